// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// A queued lambda is to release what its poster waits for, on the same thread.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>

class Window : public QWidget {
public:
  Window() { connect(&Go, &QPushButton::clicked, this, &Window::refresh); }

private:
  void refresh() {
    QSemaphore Done;
    QMetaObject::invokeMethod(
        this,
        [&] {
          Status.setText("fresh");
          Done.release();
        },
        Qt::QueuedConnection);
    Done.acquire(); // EXPECT: main-thread-deadlock
  }
  QPushButton Go;
  QLabel Status;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Window W;
  W.show();
  return App.exec();
}
