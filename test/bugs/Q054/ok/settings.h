// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "sourcelabel.h"
#include <QDialog>
#include <QFormLayout>

class Settings : public QDialog {
  Q_OBJECT
public:
  explicit Settings(hub *sources);
  void LoadAudioSources();
public Q_SLOTS:
  void ReloadAudioSources();

private:
  hub *sources;
  QFormLayout *form;
};
