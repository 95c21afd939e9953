// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QObject>
class QPushButton;
QPushButton *ownCast(QObject *O) { O->deleteLater(); return reinterpret_cast<QPushButton *>(O); }
void ownDelete(QPushButton *B) { delete B; }
bool ownBool(QPushButton *B) { return B; }
