// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QString>
#include <QSize>
class QDebug;
QDebug operator<<(QDebug, const struct Mine &);
QDebug &debug();
struct Mine { QSize S; };
template <class T> auto can(T &D, const QSize &S, int) -> decltype(D << S, 1) { return 1; }
template <class T> int can(T &, const QSize &, long) { return 2; }
int ownCan(Mine &M) { return can(debug(), M.S, 0); }
