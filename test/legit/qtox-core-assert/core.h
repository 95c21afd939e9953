// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The core: every function asserts that it runs on the core's thread.
#pragma once
#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>

class Core : public QObject {
  Q_OBJECT
public:
  Core();
  ~Core() override;
  void start();
public slots:
  void onStarted();
  void setStatus(int status);
  void acceptRequest();
signals:
  void connected();

private:
  std::unique_ptr<QThread> coreThread;
  QTimer *toxTimer;
  int status = 0;
};
