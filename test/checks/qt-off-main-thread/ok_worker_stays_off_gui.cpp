// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker with its own network and timers and no GUI; the window and the worker share only value classes.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Poller : public QObject {
  Q_OBJECT
public slots:
  void begin() {
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Poller::poll);
    timer->start(500);
  }
  void poll() {
    QStringList lines{QStringLiteral("b"), QStringLiteral("a")};
    lines.sort();
    emit polled(lines);
  }
signals:
  void polled(const QStringList &lines);
};

class Board : public QLabel {
  Q_OBJECT
public slots:
  void update(const QStringList &lines) { setText(lines.join(QLatin1Char('\n'))); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Board board;
  board.show();
  QThread thread;
  auto *poller = new Poller;
  poller->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, poller, &Poller::begin);
  QObject::connect(poller, &Poller::polled, &board, &Board::update);
  QObject::connect(&thread, &QThread::finished, poller, &QObject::deleteLater);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
