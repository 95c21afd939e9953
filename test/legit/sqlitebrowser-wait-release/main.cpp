// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N24, sqlitebrowser: who waits for the database shows a dialog only on the GUI thread; other threads just wait.
// CHECKS: *off-main-thread,qobject-wrong-thread
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QThread>
#include <QtConcurrent>
#include <condition_variable>
#include <mutex>

class DBBrowserDB : public QObject {
  Q_OBJECT
public:
  enum ChoiceOnUse { Ask, Wait };
  void waitForDbRelease(ChoiceOnUse choice) {
    std::unique_lock<std::mutex> lock(mutex);
    while (used) {
      if (choice == Ask && QThread::currentThread() == QApplication::instance()->thread()) {
        lock.unlock();
        QMessageBox box;
        box.setText(tr("The database is in use"));
        box.addButton(QMessageBox::Abort);
        box.exec();
        lock.lock();
        used = false;
      } else {
        released.wait(lock);
      }
    }
  }
  void release() {
    std::lock_guard<std::mutex> lock(mutex);
    used = false;
    released.notify_one();
  }

private:
  std::mutex mutex;
  std::condition_variable released;
  bool used = true;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  DBBrowserDB db;
  QPushButton button(QStringLiteral("Write"));
  button.show();
  QObject::connect(&button, &QPushButton::clicked, &db, [&db] { db.waitForDbRelease(DBBrowserDB::Ask); });
  QFuture<void> reader = QtConcurrent::run([&db] {
    db.waitForDbRelease(DBBrowserDB::Ask);
    db.release();
  });
  int code = app.exec();
  reader.waitForFinished();
  return code;
}
