// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A generic worker queue of std::function tasks: what is pushed is run on its thread, three containers deep. C API in C++.
#include <condition_variable>
#include <deque>
#include <functional>
#include <gtk/gtk.h>
#include <mutex>
#include <thread>

class WorkQueue {
public:
  WorkQueue() : thread([this] { run(); }) {}
  ~WorkQueue() {
    push(nullptr);
    thread.join();
  }

  template <class F> void push(F task) {
    std::lock_guard<std::mutex> lock(mutex);
    tasks.push_back(task);
    filled.notify_one();
  }

private:
  void run() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> lock(mutex);
        filled.wait(lock, [this] { return !tasks.empty(); });
        task = std::move(tasks.front());
        tasks.pop_front();
      }
      if (!task)
        return;
      task();
    }
  }

  std::mutex mutex;
  std::condition_variable filled;
  std::deque<std::function<void()>> tasks;
  std::thread thread;
};

static GtkWidget *label;

static void on_clicked(GtkButton *, gpointer queue) {
  static_cast<WorkQueue *>(queue)->push([] {
    gtk_label_set_text(GTK_LABEL(label), "from the queue"); // EXPECT: gtk-off-main-thread
  });
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  WorkQueue queue;
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label("Queue");
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(box), label);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), &queue);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
