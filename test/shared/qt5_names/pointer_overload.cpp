// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QObject>
class QPushButton;
int pick(QObject *O) { O->deleteLater(); return 1; }
int pick(const void *) { return 2; }
int ownPick(QPushButton *B) { return pick(B); }
