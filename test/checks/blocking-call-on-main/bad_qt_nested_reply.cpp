// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A click fetches a page and waits in a nested loop for the reply (a note).
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPushButton>

class Fetch : public QPushButton {
  Q_OBJECT
public:
  Fetch() { connect(this, &QPushButton::clicked, this, &Fetch::fetch); }
public slots:
  void fetch() { setText(QString::fromUtf8(get(QUrl(QStringLiteral("https://example.org/"))))); }

private:
  QByteArray get(const QUrl &url) {
    QNetworkReply *reply = manager.get(QNetworkRequest(url));
    QEventLoop loop;
    connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec(); // EXPECT: blocking-call-on-main
    reply->deleteLater();
    return reply->readAll();
  }
  QNetworkAccessManager manager;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Fetch fetch;
  fetch.show();
  return app.exec();
}
// CHAIN: Fetch::fetch -> Fetch::get
