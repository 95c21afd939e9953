# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A thread that uses GTK under the GDK lock: legal in GTK 3, deprecated.
import threading
import time
import warnings

warnings.simplefilter("ignore")
import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk

Gdk.threads_init()
window = Gtk.Window()
bar = Gtk.ProgressBar()
window.add(bar)
window.show_all()


def work():
    for step in range(5):
        time.sleep(0.01)
        Gdk.threads_enter()  # EXPECT(gdk-threads-deprecated gdk_threads_enter)
        bar.set_fraction((step + 1) / 5)
        Gdk.threads_leave()
    GLib.idle_add(Gtk.main_quit)


threading.Thread(target=work, daemon=True).start()
Gdk.threads_enter()  # EXPECT(gdk-threads-deprecated gdk_threads_enter)
Gtk.main()
Gdk.threads_leave()
