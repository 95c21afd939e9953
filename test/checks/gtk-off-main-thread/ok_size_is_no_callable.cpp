// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker takes the smaller of two sizes. One is that of a container that also holds handlers: the algorithm is given a
// number, not what the container holds.
#include <algorithm>
#include <future>
#include <gtk/gtk.h>
#include <vector>

static GtkWidget *label;
static std::vector<void (*)()> handlers;

static void refresh() { gtk_label_set_text(GTK_LABEL(label), "now"); }

static size_t share(size_t wanted) { return std::min<size_t>({handlers.size(), wanted, 4}); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  handlers.push_back(refresh);
  auto parts = std::async(std::launch::async, [] { return share(8); });
  g_idle_add([](gpointer) -> gboolean { handlers.front()(); return G_SOURCE_REMOVE; }, nullptr);
  gtk_main();
  return parts.get() > 4;
}
