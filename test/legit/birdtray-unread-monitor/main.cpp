// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N43, birdtray: a QThread heir moves itself to its thread; its member timers are children and move along, so run() may
// start them, and a single shot without context set up in run() stays in that thread.
#include <QApplication>
#include <QFileSystemWatcher>
#include <QLabel>
#include <QThread>
#include <QTimer>

class UnreadMonitor : public QThread {
  Q_OBJECT
public:
  UnreadMonitor() : changedTimer(this), forceTimer(this) {
    connect(&changedTimer, &QTimer::timeout, this, &UnreadMonitor::updateUnreadCounts);
    connect(&forceTimer, &QTimer::timeout, this, &UnreadMonitor::updateUnreadCounts);
    changedTimer.setSingleShot(true);
    moveToThread(this);
  }
signals:
  void unreadCounterChanged(int count);
public slots:
  void slotSettingsChanged() {
    forceTimer.stop();
    forceTimer.start(60000);
  }
  void updateUnreadCounts() {
    changedTimer.stop();
    emit unreadCounterChanged(++count);
  }

protected:
  void run() override {
    QTimer::singleShot(0, [this] { updateUnreadCounts(); });
    forceTimer.start(60000);
    exec();
    forceTimer.stop();
  }

private:
  QTimer changedTimer, forceTimer;
  int count = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel tray;
  tray.show();
  UnreadMonitor monitor;
  QObject::connect(&monitor, &UnreadMonitor::unreadCounterChanged, &tray, QOverload<int>::of(&QLabel::setNum));
  monitor.start();
  int code = app.exec();
  monitor.quit();
  monitor.wait();
  return code;
}
