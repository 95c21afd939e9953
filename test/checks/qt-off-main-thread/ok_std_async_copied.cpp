// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The value is read on the main thread and captured; the asynchronous part touches only the copy.
#include <QApplication>
#include <QSpinBox>
#include <future>

class Panel : public QWidget {
public:
  Panel() : box(new QSpinBox(this)) {}
  void compute() {
    int value = box->value();
    result = std::async(std::launch::async, [value] { return value * 2; });
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
