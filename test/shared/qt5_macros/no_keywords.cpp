// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: QT_NO_KEYWORDS
#define QT_NO_KEYWORDS
#include <QLabel>
#include <QString>
void ownKeywords(QLabel *Label) { int signals = 1, slots = 2, emit = signals + slots; Label->setText(QString::number(emit)); }
