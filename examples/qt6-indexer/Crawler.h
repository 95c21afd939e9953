// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QDir>
#include <QString>
#include <atomic>
#include <functional>

/// Walks a directory tree on the thread of its caller; the function given is called there for each file.
class Crawler {
public:
  explicit Crawler(std::function<void(const QString &)> onFile) : m_onFile(std::move(onFile)) {}
  void crawl(const QString &root);
  void stop() { m_stopped = true; }

private:
  void visit(const QString &path);
  std::function<void(const QString &)> m_onFile;
  std::atomic<bool> m_stopped{false};
};
