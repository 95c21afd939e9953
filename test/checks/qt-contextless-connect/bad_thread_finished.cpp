// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QThread::finished is emitted by the thread that ends: a functor without context runs there.
#include <QMainWindow>
#include <QPushButton>
#include <QStatusBar>
#include <QThread>
#include <QApplication>

class Window : public QMainWindow {
  Q_OBJECT
public:
  Window() : button(new QPushButton(this)) { connect(button, &QPushButton::clicked, this, &Window::begin); }

private:
  void begin() {
    button->setEnabled(false);
    auto *thread = QThread::create([] { QThread::msleep(500); });
    connect(thread, &QThread::finished, [this] { done(); }); // EXPECT: qt-contextless-connect
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
  }
  void done() {
    button->setEnabled(true);
    statusBar()->showMessage("done");
  }
  QPushButton *button;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
