// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A renderer records its frame on a pool thread, as QVulkanWindowRenderer::startNextFrame() documents that it may: what it
// asks the window there is the state of the frame; the frame is handed back, and the next one asked for, on the main thread.
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QVulkanWindow>
#include <QtConcurrentRun>

class Renderer : public QVulkanWindowRenderer {
public:
  explicit Renderer(QVulkanWindow *window) : Window(window) {
    QObject::connect(&Watcher, &QFutureWatcherBase::finished, Window, [this] {
      Window->frameReady();
      Window->requestUpdate();
    });
  }

  void startNextFrame() override { Watcher.setFuture(QtConcurrent::run(this, &Renderer::record)); }

private:
  void record() {
    VkRenderPassBeginInfo info = {};
    info.renderPass = Window->defaultRenderPass();
    info.framebuffer = Window->currentFramebuffer();
    info.renderArea.extent.width = Window->swapChainImageSize().width();
    Used = Window->device() && Window->currentCommandBuffer() && Window->hostVisibleMemoryIndex();
    Index = Window->currentFrame() % Window->concurrentFrameCount();
  }

  QVulkanWindow *Window;
  QFutureWatcher<void> Watcher;
  bool Used = false;
  int Index = 0;
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
