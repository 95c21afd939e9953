// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bridge.h"
#include <QApplication>
#include <QPushButton>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button("wait");
  Bridge bridge;
  QObject::connect(&bridge, &Bridge::arrived, [&button] { // EXPECT: qt-contextless-connect
    button.setText("arrived");
    button.setEnabled(true);
  });
  bridge.open();
  button.show();
  return app.exec();
}
// CHAIN: Bridge::receive -> lambda in main
