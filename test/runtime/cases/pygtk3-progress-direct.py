# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The same, with the thread setting the progress bar itself.
import threading
import time

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk

window = Gtk.Window()
bar = Gtk.ProgressBar()
window.add(bar)
window.show_all()


def work():
    for step in range(20):
        time.sleep(0.01)
        bar.set_fraction((step + 1) / 20)  # EXPECT(gtk-off-main-thread gtk_progress_bar_set_fraction)
    GLib.idle_add(Gtk.main_quit)


threading.Thread(target=work, daemon=True).start()
Gtk.main()
