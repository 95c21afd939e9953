// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "signalhub.h"
#include <QLabel>

class SourceLabel : public QLabel {
  Q_OBJECT
public:
  explicit SourceLabel(hub *source);
Q_SIGNALS:
  void Removed();

private:
  static void SourceRemoved(void *data);
};
