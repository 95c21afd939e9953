// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "profileinfo.h"
#include <QApplication>
#include <QDialog>
#include <QPushButton>
#include <memory>

static Nexus *nexus;

Nexus &Nexus::getInstance() {
  if (!nexus)
    nexus = new Nexus;
  return *nexus;
}

void Nexus::showLogin() {
  auto *login = new QDialog;
  login->open();
}

class ProfileForm : public QWidget {
  Q_OBJECT
public:
  explicit ProfileForm(IProfileInfo *info) : info(info), logout(new QPushButton("log out", this)) {
    connect(logout, &QPushButton::clicked, this, &ProfileForm::onLogoutClicked);
  }
private Q_SLOTS:
  void onLogoutClicked() { info->logout(); }

private:
  IProfileInfo *info;
  QPushButton *logout;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Nexus::getInstance().showLogin();
  ProfileForm form(new ProfileInfo);
  form.show();
  return app.exec();
}
