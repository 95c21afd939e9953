// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N07, qTox: an assertion macro at the head of each function is its contract; what follows may use the core's timer.
#include "core.h"
#include <cassert>

#define ASSERT_CORE_THREAD assert(QThread::currentThread() == coreThread.get())

Core::Core() : coreThread(new QThread), toxTimer(new QTimer(this)) {
  toxTimer->setSingleShot(true);
  connect(toxTimer, &QTimer::timeout, this, &Core::acceptRequest);
  connect(coreThread.get(), &QThread::started, this, &Core::onStarted);
}

Core::~Core() {
  coreThread->quit();
  coreThread->wait();
}

void Core::start() {
  moveToThread(coreThread.get());
  coreThread->start();
}

void Core::onStarted() {
  ASSERT_CORE_THREAD;
  toxTimer->start(0);
  emit connected();
}

void Core::setStatus(int value) {
  ASSERT_CORE_THREAD;
  status = value;
  toxTimer->start(50);
}

void Core::acceptRequest() {
  ASSERT_CORE_THREAD;
  if (status < 0)
    toxTimer->stop();
}
