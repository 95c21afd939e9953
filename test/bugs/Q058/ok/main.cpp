// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: the panel opens when loading has ended.
#include "loadthread.h"
#include <QApplication>
#include <QWidget>

class EffectPanel : public QWidget {
  Q_OBJECT
public:
  explicit EffectPanel(Clip *clip) : clip(clip) {}
public slots:
  void open() {
    for (Effect *effect : clip->effects)
      effect->addField();
  }

private:
  Clip *clip;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Clip clip;
  EffectPanel panel(&clip);
  panel.show();
  LoadThread loader(&clip);
  QObject::connect(&loader, &QThread::finished, &panel, &EffectPanel::open);
  loader.start();
  int code = app.exec();
  loader.wait();
  return code;
}
