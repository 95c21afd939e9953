// FLAGS: qt6
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nobody deletes it: a member of what lives as long as the program.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

class Job : public QObject {
  Q_OBJECT
public:
  void begin() {
    QTimer::singleShot(1000, [this] { step(); });
  }
  void step() { ++count; }

private:
  int count = 0;
};

class Window : public QLabel {
  Q_OBJECT
public:
  void restart() {
    if (!job)
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
