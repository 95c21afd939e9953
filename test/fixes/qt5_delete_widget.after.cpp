// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A widget that a thread deletes is left to its own thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QWidget>
#include <thread>

class Preview {
public:
  explicit Preview(QWidget *surface) : surface(surface) {}
  ~Preview() {
    if (surface) surface->deleteLater();
  }
  void render() { ++frames; }

private:
  QWidget *surface;
  int frames = 0;
};

static void renderAll(QWidget *surface) {
  Preview preview(surface);
  preview.render();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *surface = new QWidget;
  surface->show();
  std::thread renderer(renderAll, surface);
  int code = app.exec();
  renderer.join();
  return code;
}
