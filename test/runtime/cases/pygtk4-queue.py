# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A thread puts its results into a queue which a timeout of the main loop empties: right.
import queue
import threading
import time

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk

window = Gtk.Window()
label = Gtk.Label(label="")
window.set_child(label)
window.present()
loop = GLib.MainLoop()
results = queue.Queue()


def work():
    for number in range(10):
        time.sleep(0.01)
        results.put(number)


def poll():
    while not results.empty():
        number = results.get()
        label.set_text(str(number))
        if number == 9:
            loop.quit()
    return True


threading.Thread(target=work, daemon=True).start()
GLib.timeout_add(20, poll)
loop.run()
assert label.get_text() == "9"
