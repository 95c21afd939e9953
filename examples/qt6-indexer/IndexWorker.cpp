// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "IndexWorker.h"
#include <QFileInfo>

// Made in a slot of the worker, so the timer lives where it is used: right.
void IndexWorker::begin() {
  m_timer = new QTimer(this);
  connect(m_timer, &QTimer::timeout, this, &IndexWorker::report);
  m_timer->start(250);
}

void IndexWorker::index(const QString &path) { ++m_words[QFileInfo(path).suffix()]; }

void IndexWorker::report() {
  for (auto word = m_words.cbegin(); word != m_words.cend(); ++word)
    emit indexed(word.key(), word.value());
}

void IndexWorker::end() {
  if (m_timer)
    m_timer->stop();
  report();
}
