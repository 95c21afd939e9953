// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Threads in a list are waited for in a loop.
#include <QApplication>
#include <QThread>
#include <QWidget>
#include <QList>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

class Window : public QWidget {
  Q_OBJECT
public:
  Window() {
    for (int i = 0; i < 4; ++i) {
      auto *thread = new QThread(this);
      threads.append(thread);
      thread->start();
    }
  }
  ~Window() override {
    for (QThread *thread : threads)
      thread->quit();
    for (int i = 0; i < threads.size(); ++i) {
      threads[i]->wait();
      delete threads.at(i);
    }
  }

private:
  QList<QThread *> threads;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
