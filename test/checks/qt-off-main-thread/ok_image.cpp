// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QImage and QPainter on an image are made for worker threads; the pixmap is made on main.
#include <QApplication>
#include <QFutureWatcher>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QtConcurrent>

static QImage thumbnail(const QString &file) {
  QImage picture(file);
  QImage frame(64, 64, QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&frame);
  painter.setFont(QFont(QStringLiteral("Sans"), 8));
  painter.drawImage(QRect(0, 0, 64, 64), picture);
  painter.drawText(4, 60, file);
  painter.end();
  return frame.scaled(32, 32);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  QFutureWatcher<QImage> watcher;
  QObject::connect(&watcher, &QFutureWatcher<QImage>::finished, &label,
                   [&] { label.setPixmap(QPixmap::fromImage(watcher.result())); });
  watcher.setFuture(QtConcurrent::run(thumbnail, QStringLiteral("cover.png")));
  return app.exec();
}
