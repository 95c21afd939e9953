// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The base class is made only as heirs that all move; main calls a function of the base.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Source : public QObject {
  Q_OBJECT
public:
  Source() : timer(new QTimer(this)) {}
  void restart() {
    timer->start(100); // EXPECT: qobject-wrong-thread
  }

private:
  QTimer *timer;
};
class File : public Source {
  Q_OBJECT
};
class Network : public Source {
  Q_OBJECT
};

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() : file(new File), network(new Network) {
    file->moveToThread(&thread);
    network->moveToThread(&thread);
    thread.start();
    connect(this, &QPushButton::clicked, this, &Window::restart);
  }
  ~Window() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void restart() {
    for (Source *source : {static_cast<Source *>(file), static_cast<Source *>(network)})
      source->restart();
  }

private:
  QThread thread;
  File *file;
  Network *network;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
