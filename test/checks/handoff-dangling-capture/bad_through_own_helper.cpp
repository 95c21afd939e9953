// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own hand-off: what it is given runs later on main, wherever that is found out.
// CHAIN: report -> runOnMain
#include <functional>
#include <gtk/gtk.h>
#include <string>
#include <thread>

using Task = std::function<void()>;

static gboolean runTask(gpointer data) {
  auto *task = static_cast<Task *>(data);
  (*task)();
  delete task;
  return G_SOURCE_REMOVE;
}

static void runOnMain(Task task) { g_idle_add(runTask, new Task(std::move(task))); }

static void report(Task task) { runOnMain(std::move(task)); }

static void load(GtkLabel *label) {
  std::string text = "loaded";
  report([&] { gtk_label_set_text(label, text.c_str()); }); // EXPECT: handoff-dangling-capture
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  auto *label = GTK_LABEL(gtk_label_new(nullptr));
  std::thread worker(load, label);
  gtk_main();
  worker.join();
  return 0;
}
