// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: the window's slot plays a sound.
#include "audio.h"
#include <QApplication>
#include <QPushButton>

class Widget : public QPushButton {
  Q_OBJECT
public:
  Widget() { connect(this, &QPushButton::clicked, this, &Widget::newMessageAlert); }
public slots:
  void newMessageAlert() { Audio::getInstance().playMono16Sound(QByteArray(4400, 0)); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Audio::getInstance().startAudioThread();
  Widget widget;
  widget.show();
  return app.exec();
}
