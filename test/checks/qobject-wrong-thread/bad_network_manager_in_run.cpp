// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A network access manager made on main is used in run().
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThread>

class Download : public QThread {
public:
  explicit Download(const QUrl &url) : url(url), manager(new QNetworkAccessManager) {}
  ~Download() override { manager->deleteLater(); }

protected:
  void run() override {
    QNetworkReply *reply = manager->get(QNetworkRequest(url)); // EXPECT: qobject-wrong-thread
    QObject::connect(reply, &QNetworkReply::finished, this, &QThread::quit);
    exec();
  }

private:
  QUrl url;
  QNetworkAccessManager *manager;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Download download(QUrl(QStringLiteral("https://example.org/")));
  download.start();
  int code = app.exec();
  download.quit();
  download.wait();
  return code;
}
// CHAIN: Download::run
