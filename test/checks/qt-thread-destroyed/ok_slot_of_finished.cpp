// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot of finished() deletes the thread, by name and by member.
#include <QApplication>
#include <QThread>
#include <QPushButton>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    first = new Scanner;
    connect(first, &QThread::finished, this, &Window::firstDone);
    first->start();
    second = new Scanner;
    connect(second, SIGNAL(finished()), this, SLOT(secondDone()));
    second->start();
  }
public slots:
  void firstDone() {
    first->deleteLater();
    first = nullptr;
  }
  void secondDone() {
    second->deleteLater();
    second = nullptr;
  }

private:
  Scanner *first, *second;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
