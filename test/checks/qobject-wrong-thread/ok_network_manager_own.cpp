// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The manager is made where it is used: in run().
#include <QApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThread>

class Download : public QThread {
  Q_OBJECT
public:
  explicit Download(const QUrl &url) : url(url) {}
signals:
  void loaded(const QByteArray &data);

protected:
  void run() override {
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(url));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    emit loaded(reply->readAll());
    delete reply;
  }

private:
  QUrl url;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Download download(QUrl(QStringLiteral("https://example.org/")));
  download.start();
  int code = app.exec();
  download.wait();
  return code;
}
