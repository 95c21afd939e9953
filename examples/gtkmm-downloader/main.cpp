// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm-downloader [--quit-after=SECONDS]: pretends to download. A program with the classic mistakes on purpose; the lines
// that offmain is to report say so.
#include "Log.h"
#include "MainWindow.h"
#include "UiThread.h"
#include <cstdlib>
#include <cstring>

int main(int argc, char **argv) {
  ui::init();
  StderrSink errors;
  Log::instance().add(&errors);
  int quitAfter = 0;
  for (int i = 1; i < argc; ++i)
    if (std::strncmp(argv[i], "--quit-after=", 13) == 0)
      quitAfter = std::atoi(argv[i] + 13);
  auto application = Gtk::Application::create("org.example.Downloader", Gio::APPLICATION_NON_UNIQUE);
  MainWindow window;
  if (quitAfter)
    Glib::signal_timeout().connect_once([&window] { window.hide(); }, quitAfter * 1000);
  return application->run(window);
}
