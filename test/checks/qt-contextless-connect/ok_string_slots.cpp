// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Three arguments, but in the form of strings: the receiver is the object whose connect() is called. The slot is private.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void progressed(int n);

private:
  void run() override { Q_EMIT progressed(1); }
};

class Panel : public QLabel {
  Q_OBJECT
public:
  Panel() {
    connect(&job, SIGNAL(progressed(int)), SLOT(showProgress(int)));
    connect(&job, SIGNAL(finished()), SLOT(clear()));
    job.start();
  }
  ~Panel() override { job.wait(); }
private Q_SLOTS:
  void showProgress(int n) { setNum(n); }

private:
  Job job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.show();
  return app.exec();
}
