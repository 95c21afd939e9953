// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Crawler.h"
#include "Log.h"
#include <QDirIterator>

void Crawler::visit(const QString &path) {
  if (path.endsWith(QLatin1String(".txt")))
    Log::instance().message(path);
  m_onFile(path);
}

void Crawler::crawl(const QString &root) {
  QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
  while (!m_stopped && files.hasNext())
    visit(files.next());
}
