// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The window that watches a broadcast.
#pragma once
#include <QString>
#include <QThread>
#include <QWidget>
#include <atomic>

class Window : public QWidget {
  Q_OBJECT
public:
  void startStreaming(const QString &key);
  void stopStreaming() { streaming = false; }

private:
  void checkStream(const QString &key);
  bool broadcastIsLive(const QString &key);
  QThread *checkThread = nullptr;
  std::atomic<bool> streaming{false};
};
