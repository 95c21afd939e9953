# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A Python thread that calls a widget and sets a property of it, emits into a handler that does, and posts what is right.
import threading

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk

window = Gtk.Window()
label = Gtk.Label(label="")
window.set_child(label)
window.present()
loop = GLib.MainLoop()
source = Gtk.TextTag()
source.connect("notify::name", lambda *unused: label.set_text("from a handler"))  # EXPECT(gtk-off-main-thread gtk_label_set_text) signal


def work():
    label.set_text("wrong")  # EXPECT(gtk-off-main-thread gtk_label_set_text) direct
    label.props.label = "by property"  # EXPECT(gtk-off-main-thread *) property
    source.notify("name")
    GLib.idle_add(label.set_text, "right")


thread = threading.Thread(target=work)
GLib.timeout_add(100, thread.start)
GLib.timeout_add(500, loop.quit)
loop.run()
thread.join()
