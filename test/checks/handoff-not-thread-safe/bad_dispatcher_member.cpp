// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A job object with a Dispatcher in it that a worker makes.
#include <gtkmm.h>
#include <thread>

struct Job {
  Job() { finished.connect([] {}); } // EXPECT: handoff-not-thread-safe
  void done() { finished.emit(); }
  Glib::Dispatcher finished;
};

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Job job;
    job.done();
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
