// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q028 as fixed: the callback posts; the pixmap is made on the GUI thread.
#include "phoneuser.h"
#include <QApplication>
#include <QLabel>
#include <QPixmap>

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  explicit t_gui(QLabel *status) : statRegLabel(status) {}
  void cb_register_inprog(const std::string &) override {
    QMetaObject::invokeMethod(this, "do_cb_register_inprog", Qt::QueuedConnection);
  }
private slots:
  void do_cb_register_inprog() {
    QPixmap icon(QStringLiteral(":/icons/gear.png"));
    statRegLabel->setPixmap(icon);
  }

private:
  QLabel *statRegLabel;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel status;
  status.show();
  t_gui gui(&status);
  ui = &gui;
  t_phone_user user;
  phone_start(&user);
  return app.exec();
}
