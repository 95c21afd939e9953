// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QObject>
#include <QVariant>
struct Mine { int X; };
Q_DECLARE_METATYPE(Mine)
int ownMeta(QObject *O, Mine M) { O->setProperty("x", QVariant::fromValue(M)); return qRegisterMetaType<Mine>("Mine"); }
