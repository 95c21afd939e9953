// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Statistics.h"
#include <QDirIterator>
#include <QFileInfo>
#include <QThreadPool>
#include <QtConcurrent>

namespace {
qint64 bytesBelow(const QString &root) {
  qint64 bytes = 0;
  QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    files.next();
    bytes += files.fileInfo().size();
  }
  return bytes;
}
} // namespace

Statistics::Statistics(QLabel *label, QObject *parent) : QObject(parent), m_label(label) {
  connect(&m_watcher, &QFutureWatcher<qint64>::finished, this,
          [this] { m_label->setText(tr("%1 bytes").arg(m_watcher.result())); }); // the watcher calls on the GUI thread
}

void Statistics::measure(const QString &root, const std::function<void(qint64)> &progress) {
  qint64 bytes = 0;
  QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    files.next();
    bytes += files.fileInfo().size();
    progress(bytes);
  }
}

// The function given to measure() runs on the pool's thread.
void Statistics::start(const QString &root) {
  QThreadPool::globalInstance()->start([this, root] {
    measure(root, [this](qint64 bytes) {
      m_label->setText(QString::number(bytes)); // offmain: qt-off-main-thread
    });
  });
}

void Statistics::startWithWatcher(const QString &root) { m_watcher.setFuture(QtConcurrent::run(bytesBelow, root)); }

qint64 Statistics::countNow(const QString &root) {
  QFuture<qint64> future = QtConcurrent::run(bytesBelow, root);
  return future.result(); // offmain: blocking-call-on-main
}
