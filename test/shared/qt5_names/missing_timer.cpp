// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names
#include <QLabel>
#include <QString>
void ownTimer(QLabel *L) { QTimer::singleShot(3, L, &QWidget::hide); L->show(); }
