// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker calls a pure virtual method through its base; of the two heirs made in the program one touches a widget.
// CHAIN: run_task -> LoadTask::execute
#include "task.h"
#include <gtkmm.h>

namespace {
class LoadTask : public Task {
public:
  explicit LoadTask(Gtk::Entry &entry) : entry(entry) {}
  void execute() override {
    std::string text = Glib::file_get_contents("notes.txt");
    entry.set_text(text); // EXPECT: gtk-off-main-thread
  }

private:
  Gtk::Entry &entry;
};

class SaveTask : public Task {
public:
  explicit SaveTask(std::string text) : text(std::move(text)) {}
  void execute() override { Glib::file_set_contents("notes.txt", text); }

private:
  std::string text;
};
} // namespace

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.notes");
  Gtk::Window window;
  Gtk::Entry entry;
  window.add(entry);
  window.show_all_children();
  TaskQueue queue;
  queue.submit(std::make_unique<SaveTask>("hello"));
  queue.submit(std::make_unique<LoadTask>(entry));
  return app->run(window);
}
