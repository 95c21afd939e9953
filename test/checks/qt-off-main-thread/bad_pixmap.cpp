// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QPixmap in a pool function: loading and scaling.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QFutureWatcher>
#include <QLabel>
#include <QPixmap>
#include <QtConcurrent>

static QPixmap thumbnail(const QString &file) {
  QPixmap picture(file);         // EXPECT: qt-off-main-thread
  return picture.scaled(64, 64); // EXPECT: qt-off-main-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  QFutureWatcher<QPixmap> watcher;
  QObject::connect(&watcher, &QFutureWatcher<QPixmap>::finished, &label, [&] { label.setPixmap(watcher.result()); });
  watcher.setFuture(QtConcurrent::run(thumbnail, QStringLiteral("cover.png")));
  return app.exec();
}
// CHAIN: thumbnail
