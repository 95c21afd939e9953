// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A frame recorded on a pool thread also asks for the next one there: requestUpdate() is a call on a window, and not one
// of those that a renderer may make on its threads.
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QVulkanWindow>
#include <QtConcurrentRun>

class Renderer : public QVulkanWindowRenderer {
public:
  explicit Renderer(QVulkanWindow *window) : Window(window) {}

  void startNextFrame() override { Watcher.setFuture(QtConcurrent::run(this, &Renderer::record)); }

private:
  void record() {
    Used = Window->device() && Window->currentCommandBuffer();
    Window->requestUpdate(); // EXPECT: qt-off-main-thread
  }

  QVulkanWindow *Window;
  QFutureWatcher<void> Watcher;
  bool Used = false;
};

class VulkanWindow : public QVulkanWindow {
public:
  QVulkanWindowRenderer *createRenderer() override { return new Renderer(this); }
};

int main(int argc, char **argv) {
  QGuiApplication app(argc, argv);
  VulkanWindow window;
  window.show();
  return app.exec();
}
