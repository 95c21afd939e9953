// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Members of one window, through pointers and as they are: the window is the context, and what is worked out is carried.
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <thread>

class Window : public QWidget {
public:
  void begin() { worker = std::thread([this] { work(4); }); }
  ~Window() override { worker.join(); }

private:
  void work(int steps) {
    QString text = QString::number(steps);
    label->setText(text);
    bar.setMaximum(steps);
    bar.setValue(steps / 2);
    setWindowTitle(text + " steps");
  }
  QLabel *label = new QLabel(this);
  QProgressBar bar{this};
  std::thread worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.begin();
  int code = app.exec();
  return code;
}
