// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <QLabel>
#include <QString>
#undef signals
#undef slots
#define foreach own_foreach
struct Own { int signals, slots; };
void ownSignals(QLabel *Label, Own &O) { Label->setText(QString::number(O.signals + O.slots)); }
