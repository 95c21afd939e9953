# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# An X server of a test's own, and an environment in which toolkits do the same everywhere.
import os
import subprocess


class Display:
    """`with Display() as display:` runs Xvfb; `display.name` is what DISPLAY is to be."""

    def __init__(self, screen="800x600x24"):
        self.screen = screen

    def __enter__(self):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", self.screen, "-nolisten", "tcp"],
                                       pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as told:
            self.name = ":" + told.readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def environment(display, directory):
    """`directory` becomes the programs' XDG_RUNTIME_DIR and holds their caches; only its owner may enter it."""
    directory.mkdir(parents=True, exist_ok=True)
    directory.chmod(0o700)
    return {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "offscreen", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none",
            "XDG_RUNTIME_DIR": str(directory), "XDG_CACHE_HOME": str(directory / "cache"), "GSETTINGS_BACKEND": "memory"}
