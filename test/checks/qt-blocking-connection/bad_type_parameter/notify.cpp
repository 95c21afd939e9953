// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The type goes through a helper's parameter; one caller is on the main thread.
#include "notify.h"

void notify(QObject *receiver, const char *slot, Qt::ConnectionType how) {
  QMetaObject::invokeMethod(receiver, slot, how); // EXPECT: qt-blocking-connection
}
