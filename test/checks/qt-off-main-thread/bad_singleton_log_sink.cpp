// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A singleton log with a virtual sink that pops up a message box; a pool job logs an error.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QMessageBox>
#include <QRunnable>
#include <QThreadPool>

class Log {
public:
  virtual ~Log() = default;
  static void install(Log *log) { theLog = log; }
  static void error(const QString &text) {
    if (theLog)
      theLog->display(text);
  }

protected:
  virtual void display(const QString &text) = 0;

private:
  static Log *theLog;
};
Log *Log::theLog = nullptr;

class BoxLog : public Log {
protected:
  void display(const QString &text) override {
    QMessageBox::warning(nullptr, QStringLiteral("Error"), text); // EXPECT: qt-off-main-thread
  }
};

class Job : public QRunnable {
public:
  void run() override { Log::error(QStringLiteral("disk full")); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  BoxLog log;
  Log::install(&log);
  QThreadPool::globalInstance()->start(new Job);
  return app.exec();
}
// CHAIN: Job::run -> Log::error -> BoxLog::display
