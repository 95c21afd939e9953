// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OWN_COUNTER_H
#define OWN_COUNTER_H
#include <glib-object.h>
G_BEGIN_DECLS
#define OWN_TYPE_COUNTER (own_counter_get_type())
G_DECLARE_FINAL_TYPE(OwnCounter, own_counter, OWN, COUNTER, GObject)
G_END_DECLS
#endif
