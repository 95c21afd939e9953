// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QLabel>
class QPushButton;
void ownComplete(QLabel *L, QPushButton *B) { L->show(); B->show(); }
