# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The same with a process of its own, which never sees the display.
import multiprocessing
import queue

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk


def work(results):
    for number in range(10):
        results.put(number)


def main():
    window = Gtk.Window()
    label = Gtk.Label(label="")
    window.add(label)
    window.show_all()
    results = multiprocessing.Queue()
    worker = multiprocessing.Process(target=work, args=(results,))
    worker.start()

    def poll():
        try:
            while True:
                number = results.get_nowait()
                label.set_text(str(number))
                if number == 9:
                    Gtk.main_quit()
        except queue.Empty:
            return True

    GLib.timeout_add(20, poll)
    Gtk.main()
    worker.join()
    assert label.get_text() == "9" and worker.exitcode == 0


if __name__ == "__main__":
    main()
