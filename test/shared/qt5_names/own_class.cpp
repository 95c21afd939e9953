// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QLabel>
class QPushButton { public: void show(); int Mine; };
void ownClass(QLabel *L, QPushButton *B) { L->show(); B->show(); }
