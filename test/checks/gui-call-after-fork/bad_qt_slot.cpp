// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// A slot forks a helper and leaves a message when it could not be run.
#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <unistd.h>

class Window : public QWidget {
public:
  Window() {
    connect(&Start, &QPushButton::clicked, this, &Window::start);
  }
  void start() {
    const auto Pid = ::fork();
    if (Pid == 0) {
      ::execlp("helper", "helper", static_cast<char *>(nullptr));
      QMessageBox::warning(this, "helper", "cannot be run"); // EXPECT: gui-call-after-fork
      ::_exit(127);
    }
    Status.setText(Pid < 0 ? "no process" : "runs");
  }

private:
  QPushButton Start;
  QLabel Status;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Window W;
  W.show();
  return App.exec();
}
