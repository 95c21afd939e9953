// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
#include "panel.h"

void work(Panel &panel) { panel.tell(QStringLiteral("done")); }
