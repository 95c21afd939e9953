// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The deleter is the program's own and uses deleteLater.
#include <QApplication>
#include <QFrame>
#include <memory>
#include <thread>

struct LaterDeleter {
  void operator()(QObject *object) const { object->deleteLater(); }
};

class Panel {
public:
  std::unique_ptr<QFrame, LaterDeleter> frame;
  void close() { frame.reset(); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.frame.reset(new QFrame);
  panel.frame->show();
  std::thread closer([&panel] { panel.close(); });
  int code = app.exec();
  closer.join();
  return code;
}
