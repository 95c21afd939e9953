// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each start makes a worker of its own in the same field, so the move is not of the one that lives elsewhere.
#include <QApplication>
#include <QThread>
#include <QPushButton>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

class Window : public QWidget {
  Q_OBJECT
public:
  Window() {
    auto *button = new QPushButton(this);
    connect(button, &QPushButton::clicked, this, &Window::restart);
    connect(&thread, &QThread::finished, this, &Window::begin);
    begin();
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void restart() { thread.quit(); }

private slots:
  void begin() {
    worker = new Worker;
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
  }

private:
  QThread thread;
  Worker *worker = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
