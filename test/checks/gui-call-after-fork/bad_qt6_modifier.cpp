// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt6
// The modifier runs in the child.
#include <QApplication>
#include <QLabel>
#include <QProcess>

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QLabel Status;
  QProcess Child;
  Child.setChildProcessModifier([&] {
    Status.setText("child"); // EXPECT: gui-call-after-fork
  });
  Child.start("sh", QStringList());
  return App.exec();
}
