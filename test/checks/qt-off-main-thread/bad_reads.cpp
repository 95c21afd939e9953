// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reading a widget is no safer than writing to it.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QtConcurrent>

struct Form {
  QLineEdit *name;
  QCheckBox *backup;
  QLabel *target;
};

static QString command(const Form &form) {
  QString line = form.name->text(); // EXPECT: qt-off-main-thread
  if (form.backup->isChecked())     // EXPECT: qt-off-main-thread
    line += QStringLiteral(" --backup ");
  return line + form.target->text(); // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Form form{new QLineEdit, new QCheckBox, new QLabel};
  form.name->show();
  QFuture<QString> line = QtConcurrent::run(command, form);
  int code = app.exec();
  line.waitForFinished();
  return code;
}
// CHAIN: command
