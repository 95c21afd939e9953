// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// invokeMethod with Qt::DirectConnection runs the method at once, on the caller's thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <thread>

class Window : public QWidget {
  Q_OBJECT
public:
  Window() : label(new QLabel(this)) {}
public slots:
  void report(const QString &text) {
    label->setText(text); // EXPECT: qt-off-main-thread
  }

private:
  QLabel *label;
};

static void work(Window *window) {
  QMetaObject::invokeMethod(window, "report", Qt::DirectConnection, Q_ARG(QString, QStringLiteral("done")));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  std::thread worker(work, &window);
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: work -> Window::report
