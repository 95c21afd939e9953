// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "decoder.h"
#include <QApplication>
#include <QPushButton>
#include <QtConcurrent/QtConcurrentRun>

class Viewer : public QPushButton {
  Q_OBJECT
public:
  Viewer() { connect(this, &QPushButton::clicked, this, &Viewer::closeFootage); }
  void openFootage() {
    QtConcurrent::run([this] {
      decoder = new DecoderInstance;
      decoder->Retrieve();
    });
  }

private:
  void closeFootage() {
    delete decoder;
    decoder = nullptr;
  }
  DecoderInstance *decoder = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Viewer viewer;
  viewer.openFootage();
  viewer.show();
  return app.exec();
}
