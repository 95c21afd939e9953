// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot on main waits for a semaphore that the worker releases only after it has asked main something.
#include <QApplication>
#include <QPushButton>
#include <QSemaphore>
#include <thread>

class Exporter : public QPushButton {
  Q_OBJECT
public:
  Exporter() { connect(this, &QPushButton::clicked, this, &Exporter::run); }
public Q_SLOTS:
  void showProgress() { setText("half"); }

private:
  void run() {
    std::thread([this] { work(); }).detach();
    done.acquire(); // EXPECT: blocking-call-on-main
  }
  void work() {
    QMetaObject::invokeMethod(this, "showProgress", Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
    done.release();
  }
  QSemaphore done;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Exporter exporter;
  exporter.show();
  return app.exec();
}
// CHAIN: Exporter::work
