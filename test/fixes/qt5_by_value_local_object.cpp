// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object of the function itself cannot be copied, nor what is only a view.
// ADVICE: 'timer' is an object of the function itself
// ADVICE: a copy of 'name' would still refer
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

class Window : public QLabel {
  Q_OBJECT
public:
  void announce() {
    QTimer timer;
    QTimer::singleShot(10, this, [this, &timer] { setNum(timer.interval()); });
    QString all = windowTitle();
    QStringRef name(&all, 0, 1);
    QTimer::singleShot(10, this, [this, &name] { setText(name.toString()); });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.announce(); });
  return app.exec();
}
