// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "notify.h"
#include <QApplication>
#include <QPushButton>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
public:
  explicit Job(QWidget *view) : view(view) {}

private:
  void run() override { notify(view, "update", Qt::QueuedConnection); }
  QWidget *view;
};

class View : public QPushButton {
  Q_OBJECT
public:
  View() { connect(this, &QPushButton::clicked, this, &View::again); }

private:
  void again() {
    const Qt::ConnectionType wait = Qt::BlockingQueuedConnection;
    notify(this, "update", wait);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  View view;
  Job job(&view);
  job.start();
  view.show();
  int code = app.exec();
  job.wait();
  return code;
}
