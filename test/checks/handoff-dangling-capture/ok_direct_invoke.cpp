// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// On the GUI thread an invocation of the automatic type is a call; algorithms call what they are given at once.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

class Window : public QLabel {
  Q_OBJECT
public:
  void fill() {
    int sum = 0;
    QMetaObject::invokeMethod(this, [&] { sum += 1; });
    std::vector<int> values{1, 2, 3};
    std::for_each(values.begin(), values.end(), [&](int value) { sum += value; });
    setNum(sum);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, &Window::fill);
  return app.exec();
}
