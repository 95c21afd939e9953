// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q058, olive: effects are made by the thread that loads a project and left there; when the panel later adds a field
// on main, the field's parent lives in another thread, one that has ended.
#include "effect.h"

void Effect::addField() { fields.append(new EffectField(this)); }
