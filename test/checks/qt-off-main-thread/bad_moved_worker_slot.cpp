// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker moved to a thread; its slot, connected to started(), touches a label.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QThread>

class Loader : public QObject {
  Q_OBJECT
public:
  explicit Loader(QLabel *label) : label(label) {}
public slots:
  void load() {
    label->clear(); // EXPECT: qt-off-main-thread
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label(QStringLiteral("wait"));
  label.show();
  QThread thread;
  auto *loader = new Loader(&label);
  loader->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, loader, &Loader::load);
  QObject::connect(&thread, &QThread::finished, loader, &QObject::deleteLater);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Loader::load
