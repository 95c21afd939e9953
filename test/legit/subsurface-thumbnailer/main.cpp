// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N27, subsurface: a pool job answers by an automatic invokeMethod on the thumbnailer, which emits on the GUI thread.
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QThreadPool>
#include <QtConcurrent>

class Thumbnailer : public QObject {
  Q_OBJECT
public:
  void calculateThumbnail(const QString &file) {
    QtConcurrent::run(&pool, [this, file] { processItem(file); });
  }
public slots:
  void deliver(const QString &file, const QImage &image) { emit thumbnailChanged(file, image); }
signals:
  void thumbnailChanged(const QString &file, const QImage &image);

private:
  void processItem(const QString &file) {
    QImage image = QImage(file).scaled(64, 64);
    QMetaObject::invokeMethod(this, "deliver", Qt::AutoConnection, Q_ARG(QString, file), Q_ARG(QImage, image));
  }
  QThreadPool pool;
};

class Gallery : public QLabel {
  Q_OBJECT
public slots:
  void update(const QString &file, const QImage &image) {
    setToolTip(file);
    setPixmap(QPixmap::fromImage(image));
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Thumbnailer thumbnailer;
  Gallery gallery;
  gallery.show();
  QObject::connect(&thumbnailer, &Thumbnailer::thumbnailChanged, &gallery, &Gallery::update);
  thumbnailer.calculateThumbnail(QStringLiteral("reef.jpg"));
  return app.exec();
}
