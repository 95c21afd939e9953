// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is a template wrapper over a QThread with a std::function recognised as a spawner?
#include "async.h"
#include <QApplication>
#include <QGroupBox>
#include <QLabel>

class Page : public QGroupBox {
public:
  Page() : label(new QLabel(this)) {}
  void update() {
    int before = count;
    runAsync([this, before] {
      int found = before + 1;
      label->setNum(found); // EXPECT: qt-off-main-thread
    });
  }

private:
  QLabel *label;
  int count = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Page page;
  page.show();
  page.update();
  return app.exec();
}
// CHAIN: FunctionThread::run -> lambda in Page::update
