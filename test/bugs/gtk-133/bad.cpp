// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-133, Synaptic: menu and button callbacks start a help viewer and a terminal with system(). Reduced to the window class with its
// static callbacks, connected to objects of a GtkBuilder.
// CHAIN: RGMainWindow::cbHelpAction
#include <cstdlib>
#include <gtk/gtk.h>
#include <string>

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
      system("yelp ghelp:synaptic &"); // EXPECT: blocking-call-on-main
  }

  static void cbPkgReconfigureClicked(GtkWidget *, void *data) {
    RGMainWindow *me = static_cast<RGMainWindow *>(data);
    std::string cmd = "/usr/bin/dpkg-reconfigure " + me->_package;
    system(cmd.c_str()); // EXPECT: blocking-call-on-main
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
