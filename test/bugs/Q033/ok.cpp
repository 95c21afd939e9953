// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q033 as fixed: images instead of pixmaps.
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QtConcurrent>

struct Picture {
  QString file;
  QImage image;
};

static Picture scaleImages(const Picture &picture) {
  Picture scaled = picture;
  scaled.image = QImage(picture.file).scaled(128, 128, Qt::KeepAspectRatio);
  return scaled;
}

class PictureWidget : public QLabel {
public:
  void load(const QList<Picture> &pictures) {
    QList<Picture> done = QtConcurrent::blockingMapped<QList<Picture>>(pictures, scaleImages);
    for (const Picture &picture : done)
      setPixmap(QPixmap::fromImage(picture.image));
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  PictureWidget widget;
  widget.show();
  widget.load({{QStringLiteral("a.jpg"), QImage()}, {QStringLiteral("b.jpg"), QImage()}});
  return app.exec();
}
