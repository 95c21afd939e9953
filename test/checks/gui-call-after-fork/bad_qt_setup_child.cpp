// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// QProcess calls setupChildProcess() in the child.
#include <QApplication>
#include <QLabel>
#include <QProcess>

class Shell : public QProcess {
public:
  explicit Shell(QLabel *Status) : Status(Status) {}

protected:
  void setupChildProcess() override {
    Status->setText("child"); // EXPECT: gui-call-after-fork
  }

private:
  QLabel *Status;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QLabel Status;
  Shell S(&Status);
  S.start("sh", QStringList());
  return App.exec();
}
