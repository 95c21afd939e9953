// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The core, which lives in a thread of its own.
#pragma once
#include "tox.h"
#include <QObject>
#include <QTimer>

struct ToxCall {
  QTimer *sendAudioTimer;
  bool active;
};

class Core : public QObject {
  Q_OBJECT
public:
  explicit Core(QThread *coreThread);
public slots:
  void start();
  void process();

private:
  static void onAvInvite(Tox *tox, int call, void *core);
  static void prepareCall(int call);
  static void cleanupCall(int call);
  static ToxCall calls[2];
  Tox *tox;
};
