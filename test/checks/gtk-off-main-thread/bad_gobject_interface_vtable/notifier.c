// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "notifier.h"

G_DEFINE_INTERFACE(AppNotifier, app_notifier, G_TYPE_OBJECT)

static void app_notifier_default_init(AppNotifierInterface *iface) { (void)iface; }

void app_notifier_query_complete(AppNotifier *self, int hits) {
  AppNotifierInterface *iface = APP_NOTIFIER_GET_IFACE(self);
  if (iface->query_complete)
    iface->query_complete(self, hits);
}
