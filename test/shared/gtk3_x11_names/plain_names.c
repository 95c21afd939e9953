// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <gtk/gtk.h>
typedef enum { None, Status, KeyPress } Kind;
typedef struct { int Bool, Always, Complex; Kind Success; } Picked;
int own_plain(Picked *p, GtkWidget *w) {
  gtk_widget_show(w);
  return p->Bool + p->Always + (p->Success == None ? Status : KeyPress);
}
