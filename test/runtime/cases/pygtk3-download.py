# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A button's handler downloads a file before it returns: the window stands still meanwhile.
import http.server
import threading
import time
import urllib.request

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk


class Slow(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.8)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"content")

    def log_message(self, *unused):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Slow)
threading.Thread(target=server.serve_forever, daemon=True).start()

button = Gtk.Button(label="download")


def fetch(url):
    return urllib.request.urlopen(url).read()  # EXPECT(blocking-call-on-main *)


def on_clicked(button):
    button.set_label(fetch(f"http://127.0.0.1:{server.server_port}/").decode())
    GLib.idle_add(Gtk.main_quit)


button.connect("clicked", on_clicked)
GLib.timeout_add(50, button.clicked)
Gtk.main()
assert button.get_label() == "content"
