// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define QT_DISABLE_DEPRECATED_BEFORE 0x050F00
#define QT_DEPRECATED_WARNINGS
#include <QString>
#include <QLabel>
void ownDeprecated(QLabel *Label) { Label->setText(QString::number(3)); }
