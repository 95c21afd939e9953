// FLAGS: gtk3
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own hand-off waits for what it posted; another runs what it is given at once.
#include <condition_variable>
#include <functional>
#include <gtk/gtk.h>
#include <mutex>
#include <thread>

struct Call {
  std::function<void()> run;
  std::mutex mutex;
  std::condition_variable wake;
  bool done = false;
};

static gboolean perform(gpointer data) {
  auto *call = static_cast<Call *>(data);
  call->run();
  std::lock_guard<std::mutex> lock(call->mutex);
  call->done = true;
  call->wake.notify_one();
  return G_SOURCE_REMOVE;
}

static void onMainAndWait(std::function<void()> run) {
  Call call;
  call.run = std::move(run);
  g_idle_add(perform, &call);
  std::unique_lock<std::mutex> lock(call.mutex);
  call.wake.wait(lock, [&] { return call.done; });
}

template <class Run> static void twice(Run run) {
  run();
  run();
}

static void load(GtkLabel *label) {
  std::string text = "loaded";
  onMainAndWait([&] { gtk_label_set_text(label, text.c_str()); });
  int count = 0;
  twice([&] { ++count; });
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  auto *label = GTK_LABEL(gtk_label_new(nullptr));
  std::thread worker(load, label);
  gtk_main();
  worker.join();
  return 0;
}
