# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A handler waits for what it has just posted to its own main loop: told before the program is ended.
import os
import threading

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk

button = Gtk.Button(label="wait")
answered = threading.Event()


def on_clicked(button):
    GLib.idle_add(answered.set)
    answered.wait()  # EXPECT(blocking-call-on-main *)


button.connect("clicked", on_clicked)
GLib.timeout_add(50, button.clicked)
threading.Timer(4, os._exit, [0]).start()
Gtk.main()
