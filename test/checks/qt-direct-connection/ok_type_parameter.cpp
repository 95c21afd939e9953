// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper that takes the type: direct only for objects of one thread.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Source : public QObject {
  Q_OBJECT
public:
  void send() { Q_EMIT text(QString()); }
Q_SIGNALS:
  void text(const QString &text);
};

class Job : public QThread {
  Q_OBJECT
public:
  explicit Job(Source *source) : source(source) {}

private:
  void run() override { source->send(); }
  Source *source;
};

static void attach(Source *source, QLabel *label, Qt::ConnectionType type) {
  QObject::connect(source, &Source::text, label, &QLabel::setText, type);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel first, second;
  Source shared;
  attach(&shared, &first, Qt::QueuedConnection);
  attach(&shared, &second, Qt::AutoConnection);
  Job job(&shared);
  job.start();
  int code = app.exec();
  job.wait();
  return code;
}
