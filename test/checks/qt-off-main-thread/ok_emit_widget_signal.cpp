// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker emits a widget's own signal; the slots behind it are reached by auto connection.
#include <QApplication>
#include <QProgressBar>
#include <QThread>

class Window : public QWidget {
  Q_OBJECT
public:
  Window() : bar(new QProgressBar(this)) { connect(this, &Window::progress, bar, &QProgressBar::setValue); }
signals:
  void progress(int percent);

private:
  QProgressBar *bar;
};

class Burner : public QThread {
public:
  explicit Burner(Window *window) : window(window) {}

protected:
  void run() override {
    for (int i = 0; i <= 100; ++i)
      emit window->progress(i);
  }

private:
  Window *window;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  Burner burner(&window);
  burner.start();
  int code = app.exec();
  burner.wait();
  return code;
}
