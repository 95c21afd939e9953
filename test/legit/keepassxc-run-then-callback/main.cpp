// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N28, keepassxc: the callback given beside the task touches widgets; it runs in the watcher's finished slot, on main.
#include "asynctask.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>

class Unlock : public QWidget {
public:
  Unlock() : status(new QLabel(this)), button(new QPushButton(this)) {
    connect(button, &QPushButton::clicked, this, [this] { open(QStringLiteral("secret")); });
  }

private:
  void open(const QString &password) {
    status->setText(QStringLiteral("Opening"));
    AsyncTask::runThenCallback([password] { return password.size() > 3; }, this,
                               [this](bool ok) {
                                 status->setText(ok ? QStringLiteral("Open") : QStringLiteral("Wrong password"));
                                 button->setEnabled(!ok);
                               });
  }
  QLabel *status;
  QPushButton *button;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Unlock unlock;
  unlock.show();
  return app.exec();
}
