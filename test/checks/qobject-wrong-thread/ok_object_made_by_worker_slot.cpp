// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a moved worker's slot creates lives on the worker: its own child timer, socket and manager.
#include <QApplication>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

class Server : public QObject {
  Q_OBJECT
public slots:
  void begin() {
    server = new QTcpServer(this);
    connect(server, &QTcpServer::newConnection, this, &Server::accept);
    server->listen(QHostAddress::LocalHost, 4000);
    manager = new QNetworkAccessManager(this);
    manager->get(QNetworkRequest(QUrl(QStringLiteral("https://example.org/"))));
    timer = new QTimer(this);
    timer->start(1000);
  }
  void accept() { timer->stop(); }
  void end() {
    delete server;
    server = nullptr;
  }

private:
  QTcpServer *server = nullptr;
  QNetworkAccessManager *manager = nullptr;
  QTimer *timer = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  auto *server = new Server;
  server->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, server, &Server::begin);
  QObject::connect(&app, &QCoreApplication::aboutToQuit, server, &Server::end);
  QObject::connect(&thread, &QThread::finished, server, &QObject::deleteLater);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
