// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include "counter.h"
gpointer own_only(OwnCounter *c) { return g_object_ref(G_OBJECT(c)); }
