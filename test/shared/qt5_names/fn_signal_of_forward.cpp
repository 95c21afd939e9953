// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// A template asks whether a class is complete; it is, in a header of another unit.
#include <QObject>
#include <QVariant>
class QPushButton;
int ownIs() { return QtPrivate::IsPointerToTypeDerivedFromQObject<QPushButton *>::Value ? 1 : int(sizeof(QVariant)); }
