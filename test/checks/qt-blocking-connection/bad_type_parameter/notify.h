// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QObject>

void notify(QObject *receiver, const char *slot, Qt::ConnectionType how);
