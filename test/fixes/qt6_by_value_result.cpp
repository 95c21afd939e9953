// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the lambda brings back would be lost in a copy.
// ADVICE: 'sum' is changed in the lambda
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

class Window : public QLabel {
  Q_OBJECT
public:
  void count() {
    int sum = 0;
    QTimer::singleShot(10, this, [&] { sum += 1; });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.count(); });
  return app.exec();
}
