// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The group chat's form.
#pragma once
#include "core.h"
#include <QToolButton>

class GroupChatForm : public QToolButton {
  Q_OBJECT
public:
  explicit GroupChatForm(Core *core);
private slots:
  void onCallClicked();

private:
  Core *core;
};
