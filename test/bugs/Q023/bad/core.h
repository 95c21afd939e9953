// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The messenger's core, which lives in a thread of its own.
#pragma once
#include <QObject>

class Core : public QObject {
  Q_OBJECT
public slots:
  void start();

private:
  bool loadConfiguration();
  int failures = 0;
};
