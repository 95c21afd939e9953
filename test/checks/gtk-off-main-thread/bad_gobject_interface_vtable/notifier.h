// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef NOTIFIER_H
#define NOTIFIER_H
#include <gtk/gtk.h>

#define APP_TYPE_NOTIFIER (app_notifier_get_type())
G_DECLARE_INTERFACE(AppNotifier, app_notifier, APP, NOTIFIER, GObject)
struct _AppNotifierInterface {
  GTypeInterface parent_iface;
  void (*query_complete)(AppNotifier *self, int hits);
};
void app_notifier_query_complete(AppNotifier *self, int hits);

AppNotifier *status_notifier_new(GtkLabel *label);
void query_start(AppNotifier *notifier);

#endif
