// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker lets main go on before it asks it.
// CHECKS: qt-blocking-connection
#include <QApplication>
#include <QPushButton>
#include <QSemaphore>
#include <thread>

class Exporter : public QPushButton {
  Q_OBJECT
public:
  Exporter() { connect(this, &QPushButton::clicked, this, &Exporter::run); }
public Q_SLOTS:
  void showProgress() { setText("begun"); }

private:
  void run() {
    std::thread([this] { work(); }).detach();
    started.acquire();
  }
  void work() {
    started.release();
    QMetaObject::invokeMethod(this, "showProgress", Qt::BlockingQueuedConnection);
  }
  QSemaphore started;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Exporter exporter;
  exporter.show();
  return app.exec();
}
