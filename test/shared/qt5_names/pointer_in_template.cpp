// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QObject>
class QPushButton;
template <class T> int pickAny(T *X) {
  struct Pick {
    static int of(QObject *O) { O->deleteLater(); return 1; }
    static int of(void *) { return 2; }
  };
  return Pick::of(X);
}
int ownPickAny(QPushButton *B) { return pickAny(B); }
