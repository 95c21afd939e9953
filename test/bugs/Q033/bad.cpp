// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q033, subsurface: thumbnails are scaled as pixmaps by the functor of a blocking map over the thread pool.
#include <QApplication>
#include <QLabel>
#include <QPixmap>
#include <QtConcurrent>

struct Picture {
  QString file;
  QSize size;
};

static Picture scaleImages(const Picture &picture) {
  Picture scaled = picture;
  scaled.size = QPixmap(picture.file).scaled(128, 128, Qt::KeepAspectRatio).size(); // EXPECT: qt-off-main-thread
  return scaled;
}

class PictureWidget : public QLabel {
public:
  void load(const QList<Picture> &pictures) {
    QList<Picture> done = QtConcurrent::blockingMapped<QList<Picture>>(pictures, scaleImages);
    setText(QString::number(done.size()));
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  PictureWidget widget;
  widget.show();
  widget.load({{QStringLiteral("a.jpg"), QSize()}, {QStringLiteral("b.jpg"), QSize()}});
  return app.exec();
}
// CHAIN: scaleImages
