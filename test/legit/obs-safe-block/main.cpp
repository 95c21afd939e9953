// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N17, obs-studio: a slot runs a function on a thread and keeps the window alive with a nested event loop on purpose.
// (blocking-call-on-main may note the nested loop; here the question is the threads.)
// CHECKS: *off-main-thread,qobject-wrong-thread
#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QPushButton>
#include <QThread>
#include <functional>

class QuickThread : public QThread {
public:
  explicit QuickThread(std::function<void()> func) : func(std::move(func)) {}

private:
  void run() override { func(); }
  std::function<void()> func;
};

static void ExecuteFuncSafeBlock(const std::function<void()> &func) {
  QEventLoop eventLoop;
  auto wait = [&] {
    func();
    QMetaObject::invokeMethod(&eventLoop, "quit", Qt::QueuedConnection);
  };
  QuickThread thread(wait);
  thread.start();
  eventLoop.exec();
  thread.wait();
}

static void ExecThreadedWithoutBlocking(const std::function<void()> &func, QWidget *parent) {
  QDialog dialog(parent);
  dialog.setWindowTitle(QStringLiteral("Please wait"));
  dialog.show();
  ExecuteFuncSafeBlock(func);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button(QStringLiteral("Check"));
  button.show();
  int checks = 0;
  QObject::connect(&button, &QPushButton::clicked, &button,
                   [&] { ExecThreadedWithoutBlocking([&checks] { ++checks; }, &button); });
  return app.exec();
}
