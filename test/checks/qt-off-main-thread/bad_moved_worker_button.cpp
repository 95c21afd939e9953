// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A button's click reaches the moved worker: the auto connection runs the slot on the worker's thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  void setOutput(QLabel *l) { output = l; }
public slots:
  void step() { report(); }

private:
  void report() {
    output->setNum(++steps); // EXPECT: qt-off-main-thread
  }
  QLabel *output = nullptr;
  int steps = 0;
};

class Controller : public QWidget {
  Q_OBJECT
public:
  Controller() : label(new QLabel(this)), button(new QPushButton(this)), worker(new Worker) {
    worker->setOutput(label);
    worker->moveToThread(&thread);
    connect(button, &QPushButton::clicked, worker, &Worker::step);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
  }
  ~Controller() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
  QLabel *label;
  QPushButton *button;
  Worker *worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Controller controller;
  controller.show();
  return app.exec();
}
// CHAIN: Worker::step -> Worker::report
