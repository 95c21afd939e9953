// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emitted in one file, connected directly in another, touched two calls below the slot.
#include "engine.h"

void Engine::process() { Q_EMIT report(QStringLiteral("done")); }
