// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window with its list of scenes.
#pragma once
#include "obs.h"
#include <QListWidget>
#include <QWidget>

class OBSBasic : public QWidget {
  Q_OBJECT
public:
  OBSBasic();
public slots:
  void AddScene(const QString &name);
  void RemoveScene(const QString &name);

private:
  static void SourceAdded(void *data, obs_source *source);
  static void SourceRemoved(void *data, obs_source *source);
  QListWidget *scenes;
};
