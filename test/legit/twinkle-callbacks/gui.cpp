// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N33, Twinkle: every callback of the telephone's threads posts its do_ half to the interface's thread, blocking where
// an answer is needed.
#include "userintf.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>

class t_gui : public QWidget, public t_userintf {
  Q_OBJECT
public:
  t_gui() : caller(new QLabel(this)), user(new QLineEdit(this)) {}
  void cb_incoming_call(const std::string &from) override {
    QMetaObject::invokeMethod(this, "do_cb_incoming_call", Q_ARG(QString, QString::fromStdString(from)));
  }
  bool cb_ask_credentials(std::string &name) override {
    QString answer;
    QMetaObject::invokeMethod(this, "do_cb_ask_credentials", Qt::BlockingQueuedConnection,
                              Q_RETURN_ARG(QString, answer));
    name = answer.toStdString();
    return !name.empty();
  }
private slots:
  void do_cb_incoming_call(const QString &from) {
    caller->setText(from);
    raise();
  }
  QString do_cb_ask_credentials() { return user->text(); }

private:
  QLabel *caller;
  QLineEdit *user;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  t_gui gui;
  ui = &gui;
  gui.show();
  phone_start();
  int code = app.exec();
  phone_stop();
  return code;
}
