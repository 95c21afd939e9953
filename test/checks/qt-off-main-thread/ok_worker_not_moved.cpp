// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same worker without the move: its slot runs on the main thread, though a thread is started.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Loader : public QObject {
  Q_OBJECT
public:
  explicit Loader(QLabel *label) : label(label) {}
public slots:
  void load() { label->clear(); }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label(QStringLiteral("wait"));
  label.show();
  QThread thread;
  Loader loader(&label);
  QObject::connect(&thread, &QThread::started, &loader, &Loader::load);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
