// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <QDebug>
#include <QMap>
#include <QTimer>
#include <QThread>
#include <QPushButton>
#include <QTextStream>
void more(QPushButton *B) { QObject::connect(B, &QPushButton::clicked, B, &QWidget::hide); qDebug() << B->text(); }
