# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Native code that waits without letting go of Python's lock: only when it ends can Python be asked where it stands.
import ctypes

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk

libc = ctypes.PyDLL(None)  # calls with the lock held


def handler():
    libc.usleep(600_000)  # EXPECT(blocking-call-on-main usleep)
    return False


GLib.timeout_add(50, handler)
GLib.timeout_add(1000, Gtk.main_quit)
Gtk.main()
