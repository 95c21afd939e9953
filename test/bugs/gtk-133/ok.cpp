// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-133, Synaptic, fixed: a helper starts the programs with g_spawn_async.
#include <gtk/gtk.h>
#include <string>

static bool run_program(const char *program, const char *argument) {
  const char *argv[] = {program, argument, nullptr};
  return g_spawn_async(nullptr, const_cast<char **>(argv), nullptr, G_SPAWN_SEARCH_PATH, nullptr, nullptr, nullptr,
                       nullptr);
}

class RGMainWindow {
public:
  RGMainWindow() {
    _builder = gtk_builder_new_from_file("window.ui");
    g_signal_connect(gtk_builder_get_object(_builder, "menu_help"), "activate", G_CALLBACK(cbHelpAction), this);
    GObject *config = gtk_builder_get_object(_builder, "button_config");
    g_signal_connect(config, "clicked", G_CALLBACK(cbPkgReconfigureClicked), this);
  }

private:
  static void cbHelpAction(GtkWidget *, void *) {
    if (g_find_program_in_path("yelp"))
      run_program("yelp", "ghelp:synaptic");
  }

  static void cbPkgReconfigureClicked(GtkWidget *, void *data) {
    RGMainWindow *me = static_cast<RGMainWindow *>(data);
    run_program("dpkg-reconfigure", me->_package.c_str());
  }

  GtkBuilder *_builder;
  std::string _package;
};

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  RGMainWindow window;
  gtk_main();
  return 0;
}
