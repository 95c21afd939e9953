// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N40, okular: the thread that renders a page paints an image; its end reaches a functor with a context object, queued.
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QThread>

class PixmapGenerationThread : public QThread {
public:
  void startGeneration(int page) {
    number = page;
    start(QThread::InheritPriority);
  }
  QImage image() const { return result; }

protected:
  void run() override {
    QImage page(200, 300, QImage::Format_ARGB32);
    QPainter painter(&page);
    painter.drawText(20, 20, QString::number(number));
    painter.end();
    result = page;
  }

private:
  QImage result;
  int number = 0;
};

class Generator : public QObject {
  Q_OBJECT
public:
  explicit Generator(QLabel *view) : view(view) {}
  ~Generator() override {
    if (thread)
      thread->wait();
  }
  PixmapGenerationThread *pixmapGenerationThread() {
    if (thread)
      return thread;
    thread = new PixmapGenerationThread;
    connect(thread, &QThread::finished, this, [this] { pixmapGenerationFinished(); }, Qt::QueuedConnection);
    return thread;
  }
  void generate(int page) { pixmapGenerationThread()->startGeneration(page); }

private:
  void pixmapGenerationFinished() { view->setPixmap(QPixmap::fromImage(thread->image())); }
  PixmapGenerationThread *thread = nullptr;
  QLabel *view;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel view;
  view.show();
  Generator generator(&view);
  generator.generate(1);
  return app.exec();
}
