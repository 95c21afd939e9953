// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// The thread waits in run() for a slot of the GUI thread, which waits for the thread.
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QThread>

class Copier : public QThread {
public:
  explicit Copier(QWidget *Parent) : Window(Parent) {}

protected:
  void run() override {
    for (int I = 0; I < 3; ++I) {
      QMetaObject::invokeMethod(Window, [this] { confirm(); }, Qt::QueuedConnection);
      Confirmed.acquire();
    }
  }

private:
  void confirm() {
    QMessageBox::question(Window, "copy", "overwrite?");
    Confirmed.release();
  }
  QWidget *Window;
  QSemaphore Confirmed;
};

class Window : public QWidget {
public:
  Window() : Worker(this) {
    connect(&Stop, &QPushButton::clicked, this, [this] { Worker.wait(); }); // EXPECT: main-thread-deadlock
    Worker.start();
  }

private:
  QPushButton Stop;
  Copier Worker;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Window W;
  W.show();
  return App.exec();
}
