// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A std::unique_ptr's default deleter destroys a widget where reset() is called.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QFrame>
#include <memory>
#include <thread>

class Panel {
public:
  std::unique_ptr<QFrame> frame;
  void close() {
    frame.reset(); // EXPECT: qt-off-main-thread
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.frame = std::make_unique<QFrame>();
  panel.frame->show();
  std::thread closer([&panel] { panel.close(); });
  int code = app.exec();
  closer.join();
  return code;
}
// CHAIN: lambda in main -> Panel::close
