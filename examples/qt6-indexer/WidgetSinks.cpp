// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "WidgetSinks.h"
#include <QCoreApplication>
#include <QThread>

// Crawler::visit logs on the crawling thread.
void EditSink::write(const QString &line) {
  m_edit->appendPlainText(line); // offmain: qt-off-main-thread
}

void LastLineSink::write(const QString &line) {
  if (QThread::currentThread() != qApp->thread()) {
    QLabel *label = m_label;
    QMetaObject::invokeMethod(label, [label, line] { label->setText(line); }, Qt::QueuedConnection);
    return;
  }
  m_label->setText(line); // only on the GUI thread: right
}
