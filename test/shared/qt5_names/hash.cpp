// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QHash>
#include <QString>
struct Key { QString S; bool operator==(const Key &O) const { return S == O.S; } };
uint qHash(const Key &K, uint Seed = 0) { return qHash(K.S, Seed); }
int ownHash(QHash<Key, int> &H, Key &K) { return H.value(K) + int(qHash(K)); }
