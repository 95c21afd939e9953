// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QObject>
#include <QString>
class QPushButton;
struct Own : QObject { QPushButton *Button; void slot(QPushButton *); };
void ownSlot(Own *A, Own *B) { QObject::connect(A, &QObject::destroyed, B, [B](QObject *O) { O->setParent(B); }); }
