// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N37, CloudCompare: the console queues every message under a lock and shows a box only on the application's thread.
// CHECKS: *off-main-thread,qobject-wrong-thread
#include <QApplication>
#include <QListWidget>
#include <QMessageBox>
#include <QMutex>
#include <QThread>
#include <QTimer>
#include <QtConcurrent>

class ccLog {
public:
  virtual ~ccLog() = default;
  static ccLog *instance;
  static void Error(const QString &message) {
    if (instance)
      instance->logMessage(message);
  }
  virtual void logMessage(const QString &message) = 0;
};
ccLog *ccLog::instance;

class ccConsole : public QObject, public ccLog {
  Q_OBJECT
public:
  explicit ccConsole(QListWidget *widget) : widget(widget) {
    connect(&timer, &QTimer::timeout, this, &ccConsole::refresh);
    timer.start(500);
  }
  void logMessage(const QString &message) override {
    mutex.lock();
    queue.append(message);
    mutex.unlock();
    if (QThread::currentThread() == qApp->thread())
      QMessageBox::warning(widget, QStringLiteral("Error"), message);
  }
public slots:
  void refresh() {
    QMutexLocker locker(&mutex);
    for (const QString &message : queue)
      widget->addItem(message);
    queue.clear();
  }

private:
  QListWidget *widget;
  QMutex mutex;
  QStringList queue;
  QTimer timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QListWidget list;
  list.show();
  ccConsole console(&list);
  ccLog::instance = &console;
  QFuture<void> job = QtConcurrent::run([] { ccLog::Error(QStringLiteral("no octree")); });
  QTimer::singleShot(100, &list, [] { ccLog::Error(QStringLiteral("no cloud")); });
  int code = app.exec();
  job.waitForFinished();
  return code;
}
