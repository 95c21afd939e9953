// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-118, Evince: the render thread's job goes through the document interface into the PostScript backend, which reads GDK's pixmap.
// (The fixed backend posts the reading to main and waits in the thread.) Reduced: job queue, interface, backend.
// CHAIN: ev_render_thread -> ev_job_render_run -> ev_document_render_pixbuf -> ps_document_render_pixbuf
#include "document.h"

int main(int argc, char **argv) {
  static EvJobRender job;
  g_thread_init(NULL);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(window);
  job.document = ps_document_new(gtk_widget_get_window(window));
  job.page = 1;
  ev_job_queue_add(&job);
  gtk_main();
  return 0;
}
