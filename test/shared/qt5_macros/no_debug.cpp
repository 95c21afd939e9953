// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define QT_NO_DEBUG
#define QT_NO_DEBUG_OUTPUT
#include <QDebug>
#include <QLabel>
void ownDebug(QLabel *Label) { qDebug() << "x"; Q_ASSERT(Label->isVisible()); Label->show(); }
