// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions without an object: posted to the application, or to the widget around.
#include <QApplication>
#include <QMessageBox>
#include <QToolTip>
#include <thread>

static void ring() { QMetaObject::invokeMethod(qApp, [] { QApplication::beep(); }, Qt::QueuedConnection); }

class Window : public QWidget {
public:
  void begin() {
    worker = std::thread([this] { work("gone wrong"); });
    other = std::thread(ring);
  }
  ~Window() override {
    worker.join();
    other.join();
  }

private:
  void work(const char *what) {
    QMetaObject::invokeMethod(this, [this, text = QString::fromLatin1(what)] {
      QMessageBox::warning(this, "Scan", text);
      QToolTip::hideText();
    }, Qt::QueuedConnection);
  }
  std::thread worker, other;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.begin();
  int code = app.exec();
  return code;
}
