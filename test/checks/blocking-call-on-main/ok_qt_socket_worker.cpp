// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same in the slot of a moved worker: that is what the worker is for.
#include <QApplication>
#include <QProcess>
#include <QPushButton>
#include <QTcpSocket>
#include <QThread>

class Pinger : public QObject {
  Q_OBJECT
public slots:
  void ping() {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("example.org"), 7);
    if (socket.waitForConnected(3000))
      emit answered();
    QProcess::execute(QStringLiteral("sync"), QStringList());
    QThread::sleep(1);
  }
signals:
  void answered();
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button;
  button.show();
  QThread thread;
  auto *pinger = new Pinger;
  pinger->moveToThread(&thread);
  QObject::connect(&button, &QPushButton::clicked, pinger, &Pinger::ping);
  QObject::connect(pinger, &Pinger::answered, &button, &QWidget::hide);
  QObject::connect(&thread, &QThread::finished, pinger, &QObject::deleteLater);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
