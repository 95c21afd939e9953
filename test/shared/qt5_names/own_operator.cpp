// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QString>
#include <QLabel>
struct Stream { int N = 0; };
Stream &operator<<(Stream &S, const QString &T) { S.N += T.size(); return S; }
template <class T> Stream &operator<<(Stream &S, const T &X) { S.N += sizeof(X); return S; }
void ownOperator(QLabel *L, Stream &S) { S << L->text() << 3 << "x"; }
