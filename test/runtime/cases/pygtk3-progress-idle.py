# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A thread does the work and posts each step to the progress bar: right.
import threading
import time

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk

window = Gtk.Window()
bar = Gtk.ProgressBar()
window.add(bar)
window.show_all()


def show(fraction):
    bar.set_fraction(fraction)
    bar.set_text(f"{fraction:.0%}")


def work():
    for step in range(20):
        time.sleep(0.01)
        GLib.idle_add(show, (step + 1) / 20)
    GLib.idle_add(Gtk.main_quit)


threading.Thread(target=work, daemon=True).start()
Gtk.main()
assert bar.get_fraction() == 1.0
