// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with std::thread and an invocation from its function; main joins in the destructor.
#include <QApplication>
#include <QLabel>
#include <thread>

class Monitor : public QLabel {
  Q_OBJECT
public:
  Monitor() {
    worker = std::thread([this] { watch(); });
  }
  ~Monitor() override {
    stopping = true;
    worker.join();
  }

private:
  void watch() {
    while (!stopping)
      QMetaObject::invokeMethod(this, [this] { setNum(++count); }, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
  }
  std::thread worker;
  bool stopping = false;
  int count = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Monitor monitor;
  monitor.show();
  return app.exec();
}
// CHAIN: Monitor::watch
