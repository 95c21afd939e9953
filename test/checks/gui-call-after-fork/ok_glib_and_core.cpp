// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// Value classes of QtCore are not the GUI.
#include <QApplication>
#include <QByteArray>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <unistd.h>

static void run(QLabel &Status, const QString &File) {
  switch (pid_t Pid = fork()) {
  case 0: {
    QByteArray Name = File.toLocal8Bit();
    execlp("cat", "cat", Name.constData(), static_cast<char *>(nullptr));
    _exit(1);
  }
  default:
    Status.setText(QString::number(Pid));
  }
}

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QLabel Status;
  QPushButton Button;
  QObject::connect(&Button, &QPushButton::clicked, [&] { run(Status, "/etc/motd"); });
  return App.exec();
}
