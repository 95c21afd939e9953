# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A signal of the program's own object, emitted in a thread: its handler runs there, and uses GTK.
import threading

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, GObject, Gtk

label = Gtk.Label(label="")


class Download(GObject.Object):
    @GObject.Signal(arg_types=(str,))
    def finished(self, path):
        pass

    def run(self):
        self.emit("finished", "/tmp/file")
        GLib.idle_add(self.emit, "finished", "posted")
        GLib.idle_add(Gtk.main_quit)


def on_finished(download, path):
    label.set_text(path)  # EXPECT(gtk-off-main-thread gtk_label_set_text)


download = Download()
download.connect("finished", on_finished)
threading.Thread(target=download.run, daemon=True).start()
Gtk.main()
