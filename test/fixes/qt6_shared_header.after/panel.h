// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The call stands in a header that two units read: it is edited once.
#pragma once
#include <QLabel>

class Panel {
public:
  explicit Panel(QLabel *label) : label(label) {}
  void tell(const QString &text) { QMetaObject::invokeMethod(label, [label = label, text] { label->setText(text); }); }

private:
  QLabel *label;
};
void work(Panel &panel);
