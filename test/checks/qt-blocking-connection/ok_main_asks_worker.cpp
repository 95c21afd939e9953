// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Main waits for a slot on a worker that itself only queues.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QThread>

class Engine : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void flush() { Q_EMIT flushed(); }
Q_SIGNALS:
  void flushed();
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QPushButton button("flush");
  QThread thread;
  Engine engine;
  engine.moveToThread(&thread);
  QObject::connect(&button, &QPushButton::clicked, &engine, &Engine::flush, Qt::BlockingQueuedConnection);
  QObject::connect(&engine, &Engine::flushed, &label, [&label] { label.setText("flushed"); });
  thread.start();
  button.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
