// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window with its edit menu.
#pragma once
#include "signals.h"
#include <QAction>
#include <QListWidget>
#include <QMainWindow>
#include <vector>

class OBSBasic : public QMainWindow {
  Q_OBJECT
public:
  OBSBasic();
  void InitOBSCallbacks();
public slots:
  void UpdateEditMenu();

private:
  QListWidget *sources;
  QAction *actionCopyFilters;
  std::vector<OBSSignal> signalHandlers;
};
