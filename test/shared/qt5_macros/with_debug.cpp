// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <QDebug>
#include <QLabel>
#include <QTimer>
#include <QVector>
#include <QJsonObject>
void ownWithDebug(QLabel *Label) { qDebug() << Label->text(); QTimer::singleShot(3, Label, &QWidget::hide); }
