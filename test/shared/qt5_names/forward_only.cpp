// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QObject>
#include <QString>
class QLabel;
class QPushButton;
class QDebug;
struct Own { QLabel *Label; QPushButton *Button; };
QObject *ownForward(Own &O, QObject *X) { X->setObjectName("x"); return O.Label ? X : nullptr; }
