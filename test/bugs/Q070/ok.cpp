// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q070 as fixed: a slot takes the answer.
#include <QApplication>
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
    connect(reply, &QNetworkReply::finished, this, &FacebookManager::albumListReceived);
  }
  void albumListReceived() {
    auto *reply = qobject_cast<QNetworkReply *>(sender());
    album = QString::fromUtf8(reply->readAll());
    reply->deleteLater();
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
