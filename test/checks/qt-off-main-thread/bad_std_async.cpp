// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::async with an explicit launch policy reads a spin box in its lambda.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QSpinBox>
#include <future>

class Panel : public QWidget {
public:
  Panel() : box(new QSpinBox(this)) {}
  void compute() {
    result = std::async(std::launch::async, [this] {
      return box->value() * 2; // EXPECT: qt-off-main-thread
    });
  }

private:
  QSpinBox *box;
  std::future<int> result;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.show();
  panel.compute();
  return app.exec();
}
// CHAIN: lambda in Panel::compute
