// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// CONFIDENCE: low
// CHECKS: main-thread-deadlock
// The answer arrives as a signal whose slot runs on the thread that waits for it.
#include <QApplication>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QWaitCondition>

class Client : public QObject {
public:
  Client() { connect(&Net, &QNetworkAccessManager::finished, this, &Client::onReply); }
  QByteArray get(const QUrl &From) {
    QMutexLocker L(&Lock);
    Net.get(QNetworkRequest(From));
    Arrived.wait(&Lock); // EXPECT(low): main-thread-deadlock
    return Body;
  }

private:
  void onReply(QNetworkReply *Reply) {
    QMutexLocker L(&Lock);
    Body = Reply->readAll();
    Arrived.wakeAll();
  }
  QNetworkAccessManager Net;
  QMutex Lock;
  QWaitCondition Arrived;
  QByteArray Body;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Client C;
  QPushButton B;
  QObject::connect(&B, &QPushButton::clicked, &C, [&] { C.get(QUrl("http://example.org")); });
  B.show();
  return App.exec();
}
