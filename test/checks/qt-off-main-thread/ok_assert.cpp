// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An assertion on the thread is a contract for what follows it.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <cassert>
#include <functional>
#include <thread>

#define ASSERT_GUI() Q_ASSERT(QThread::currentThread() == qApp->thread())

class Notice : public QLabel {
public:
  void first() {
    Q_ASSERT(QThread::currentThread() == qApp->thread());
    setText(QStringLiteral("first"));
  }
  void second() {
    ASSERT_GUI();
    setText(QStringLiteral("second"));
  }
  void third() {
    Q_ASSERT_X(thread() == QThread::currentThread(), "Notice::third", "GUI thread only");
    setText(QStringLiteral("third"));
  }
  void fourth() {
    assert(QThread::currentThread() == thread());
    setText(QStringLiteral("fourth"));
  }
};

static void drain(const std::function<void()> &task) { task(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Notice notice;
  notice.show();
  notice.first();
  notice.second();
  std::thread worker([&notice] {
    drain([&notice] { notice.first(); });
    drain([&notice] { notice.second(); });
    notice.third();
    notice.fourth();
  });
  int code = app.exec();
  worker.join();
  return code;
}
