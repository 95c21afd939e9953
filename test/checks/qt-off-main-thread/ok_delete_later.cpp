// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// deleteLater and postEvent may be called from any thread.
#include <QApplication>
#include <QEvent>
#include <QSplashScreen>
#include <thread>

class Splash : public QSplashScreen {
protected:
  void customEvent(QEvent *) override { showMessage(QStringLiteral("starting")); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *splash = new Splash;
  splash->show();
  std::thread starter([splash] {
    QCoreApplication::postEvent(splash, new QEvent(QEvent::User));
    splash->deleteLater();
  });
  int code = app.exec();
  starter.join();
  return code;
}
