// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// system() in a slot found by its name (QMetaObject::connectSlotsByName).
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QPushButton>
#include <cstdlib>

class Dialog : public QWidget {
  Q_OBJECT
public:
  Dialog() : button(new QPushButton(this)) {
    button->setObjectName(QStringLiteral("backup"));
    QMetaObject::connectSlotsByName(this);
  }
private slots:
  void on_backup_clicked() {
    std::system("tar cf backup.tar ."); // EXPECT: blocking-call-on-main
  }

private:
  QPushButton *button;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Dialog dialog;
  dialog.show();
  return app.exec();
}
// CHAIN: Dialog::on_backup_clicked
