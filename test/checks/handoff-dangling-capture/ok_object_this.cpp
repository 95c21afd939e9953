// FLAGS: qt6
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A context object, a weak pointer beside it, a shared pointer in place of it.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QPointer>
#include <QTimer>

class Job : public QObject {
  Q_OBJECT
public:
  void begin() {
    QTimer::singleShot(1000, this, [this] { step(); });
    QMetaObject::invokeMethod(this, [this] { step(); }, Qt::QueuedConnection);
    QPointer<Job> self(this);
    QTimer::singleShot(1000, [this, self] { if (self) step(); });
    QTimer::singleShot(1000, [self] { if (self) self->step(); });
  }
  void step() { ++count; }

private:
  int count = 0;
};

class Window : public QLabel {
  Q_OBJECT
public:
  void restart() {
    delete job;
    job = new Job;
    job->begin();
  }

private:
  Job *job = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, &Window::restart);
  return app.exec();
}
