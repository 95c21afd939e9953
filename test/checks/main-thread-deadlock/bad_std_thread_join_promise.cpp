// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtkmm3
// The destructor joins a worker that waits for a promise the main loop keeps.
#include <future>
#include <gtkmm.h>
#include <thread>

class Importer {
public:
  explicit Importer(Gtk::Label &Status) : Status(Status), Worker([this] { run(); }) {}
  ~Importer() { Worker.join(); } // EXPECT: main-thread-deadlock

private:
  struct Request {
    std::promise<bool> Answer;
    Importer *Of;
  };
  static gboolean ask(gpointer Data) {
    auto *R = static_cast<Request *>(Data);
    R->Of->Status.set_text("overwrite?");
    R->Answer.set_value(true);
    return FALSE;
  }
  void run() {
    for (int I = 0; I < 10; ++I) {
      Request R;
      R.Of = this;
      auto Answer = R.Answer.get_future();
      g_idle_add(ask, &R);
      if (!Answer.get())
        return;
    }
  }
  Gtk::Label &Status;
  std::thread Worker;
};

static void import(Gtk::Label &Status) { Importer I(Status); }

int main(int argc, char **argv) {
  auto App = Gtk::Application::create(argc, argv, "org.example.import");
  Gtk::Window W;
  Gtk::Label Status;
  Gtk::Button B;
  B.signal_clicked().connect([&] { import(Status); });
  return App->run(W);
}
