// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm: a future's get, a sleep and a join in slots connected with mem_fun and with a lambda.
#include <future>
#include <gtkmm.h>
#include <thread>

static int count_primes() { return 42; }

class Window : public Gtk::Window {
public:
  Window() : count("Count"), pause("Pause") {
    box.add(count);
    box.add(pause);
    add(box);
    show_all_children();
    count.signal_clicked().connect(sigc::mem_fun(*this, &Window::on_count));
    pause.signal_clicked().connect([this] {
      std::this_thread::sleep_for(std::chrono::seconds(2)); // EXPECT: blocking-call-on-main
      pause.set_label("Paused");
    });
  }

private:
  void on_count() {
    std::future<int> result = std::async(std::launch::async, count_primes);
    int primes = result.get(); // EXPECT: blocking-call-on-main
    std::thread save([primes] { Glib::file_set_contents("primes", std::to_string(primes)); });
    save.join(); // EXPECT: blocking-call-on-main
  }

  Gtk::Box box;
  Gtk::Button count, pause;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.primes");
  Window window;
  return app->run(window);
}
