// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q070, subsurface: a slot asks a web service for an album and waits in a local event loop for the answer (a note).
#include <QApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPushButton>

class FacebookManager : public QPushButton {
  Q_OBJECT
public:
  FacebookManager() { connect(this, &QPushButton::clicked, this, &FacebookManager::requestAlbumId); }
public slots:
  void requestAlbumId() {
    QNetworkReply *reply = manager.get(QNetworkRequest(QUrl(QStringLiteral("https://example.org/albums"))));
    QEventLoop loop;
    connect(reply, SIGNAL(finished()), &loop, SLOT(quit()));
    loop.exec(); // EXPECT: blocking-call-on-main
    album = QString::fromUtf8(reply->readAll());
  }

private:
  QNetworkAccessManager manager;
  QString album;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  FacebookManager button;
  button.show();
  return app.exec();
}
// CHAIN: FacebookManager::requestAlbumId
