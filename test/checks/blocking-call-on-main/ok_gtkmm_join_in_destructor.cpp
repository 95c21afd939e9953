// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A C++ thread owner that joins in its destructor, destroyed from a button's handler.
#include <atomic>
#include <gtkmm.h>
#include <memory>
#include <thread>

class Sampler {
public:
  Sampler() : thread([this] {
    while (!stop)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }) {}
  ~Sampler() {
    stop = true;
    thread.join();
  }

private:
  std::atomic<bool> stop{false};
  std::thread thread;
};

class Window : public Gtk::Window {
public:
  Window() : sampler(std::make_unique<Sampler>()), button("Stop") {
    add(button);
    show_all_children();
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::on_stop));
  }

private:
  void on_stop() { sampler.reset(); }

  std::unique_ptr<Sampler> sampler;
  Gtk::Button button;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.sampler");
  Window window;
  return app->run(window);
}
