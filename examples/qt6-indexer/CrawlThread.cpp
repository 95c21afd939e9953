// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CrawlThread.h"
#include "ResultModel.h"

CrawlThread::CrawlThread(ResultModel *model, QObject *parent)
    : QThread(parent), m_model(model), m_flush(new QTimer(this)), m_crawler([this](const QString &path) { seen(path); }) {
  m_flush->setInterval(500);
  connect(m_flush, &QTimer::timeout, this, [this] { emit counted(m_files); });
}

void CrawlThread::seen(const QString &path) {
  ++m_files;
  if (m_files % 100 == 0)
    m_model->append(path); // the model's begin/end calls are the mistake; see there
  emit fileFound(path);    // right: delivered by the event loop of the window's thread
}

void CrawlThread::run() {
  m_flush->start();                           // offmain: qobject-wrong-thread
  auto *guard = new QTimer(this);             // offmain: qobject-wrong-thread
  guard->setSingleShot(true);
  m_crawler.crawl(m_root);
  QThread::msleep(20);                        // right: it is this thread's own time
  emit counted(m_files);
}
