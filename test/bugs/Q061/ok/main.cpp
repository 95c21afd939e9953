// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: a surface subscribes when it is shown.
#include "camera.h"
#include <QApplication>
#include <QWidget>

class VideoSurface : public QWidget {
public:
  explicit VideoSurface(Camera &camera) : camera(camera) {}

protected:
  void showEvent(QShowEvent *) override { camera.subscribe(); }

private:
  Camera &camera;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Camera camera;
  VideoSurface surface(camera);
  surface.show();
  return app.exec();
}
