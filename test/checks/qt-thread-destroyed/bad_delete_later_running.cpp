// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// deleteLater() right after quit(): the main loop can be there before the thread has ended.
#include <QApplication>
#include <QThread>
#include <QPushButton>

class Worker : public QObject {
  Q_OBJECT
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    thread = new QThread;
    worker.moveToThread(thread);
    thread->start();
    connect(this, &QPushButton::clicked, this, &Window::stop);
  }
public slots:
  void stop() {
    thread->quit();
    thread->deleteLater(); // EXPECT: qt-thread-destroyed
  }

private:
  Worker worker;
  QThread *thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
