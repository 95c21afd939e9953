# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The download by the _async form: right.
import http.server
import threading
import time

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gio, GLib, Gtk


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
request = b"GET / HTTP/1.0\r\n\r\n"


def on_read(stream, result):
    button.set_label(stream.read_bytes_finish(result).get_data().decode().split("\r\n")[0])
    Gtk.main_quit()


def on_written(stream, result, connection):
    stream.write_bytes_finish(result)
    connection.get_input_stream().read_bytes_async(4096, GLib.PRIORITY_DEFAULT, None, on_read)


def on_connected(client, result):
    connection = client.connect_to_host_finish(result)
    connection.get_output_stream().write_bytes_async(GLib.Bytes.new(request), GLib.PRIORITY_DEFAULT, None, on_written, connection)


def on_clicked(button):
    Gio.SocketClient().connect_to_host_async("127.0.0.1", server.server_port, None, on_connected)


button.connect("clicked", on_clicked)
GLib.timeout_add(50, button.clicked)
Gtk.main()
assert "200" in button.get_label()
