// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define signals own_signals
#include <QLabel>
void ownBefore(QLabel *Label) { Label->show(); }
