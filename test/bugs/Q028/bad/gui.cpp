// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q028, Twinkle: a registration thread reports by a virtual call; the graphical interface makes a pixmap and sets it.
// CHECKS: qt-off-main-thread
#include "phoneuser.h"
#include <QApplication>
#include <QLabel>
#include <QPixmap>

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  explicit t_gui(QLabel *status) : statRegLabel(status) {}
  void cb_register_inprog(const std::string &) override {
    QPixmap icon(QStringLiteral(":/icons/gear.png")); // EXPECT: qt-off-main-thread
    statRegLabel->setPixmap(icon);                    // EXPECT: qt-off-main-thread
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
// CHAIN: phone_main -> t_phone_user::keep_registered -> t_phone_user::registration -> t_gui::cb_register_inprog
