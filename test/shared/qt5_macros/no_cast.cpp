// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define QT_NO_CAST_FROM_ASCII
#include <QLabel>
#include <QString>
void ownCast(QLabel *Label) { Label->setText(QLatin1String("x")); }
