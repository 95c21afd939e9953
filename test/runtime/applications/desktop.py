# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A user at a keyboard: keys go to the window that has the focus, and he waits for windows rather than for time.
import re
import subprocess
import time


class Lost(Exception):
    """The application does not do what it is expected to, or is gone."""


class User:
    def __init__(self, env, process, shots, patience=60):
        self.env, self.process, self.shots, self.patience = env, process, shots, patience
        self.leaving = False
        self.seen = []  # what he came across, in order: to be the same with and without the checker

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True, timeout=60).stdout

    def titles(self):
        windows = self.xdotool("search", "--onlyvisible", "--name", ".").split()
        return {self.xdotool("getwindowname", window).strip(): window for window in windows}

    def pause(self, seconds):
        time.sleep(seconds)
        if self.process.poll() is not None and not self.leaving:
            raise Lost(f"ended with {self.process.returncode}")

    def until(self, what, holds):
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            found = holds()
            if found:
                return found
            self.pause(0.2)
        self.shoot("lost")
        raise Lost(f"{what} within {self.patience} s; there are {sorted(self.titles())}")

    def window(self, title):
        """Waits for a window and gives it the focus."""
        def there():
            return next(((name, window) for name, window in self.titles().items() if re.search(title, name)), None)

        _, window = self.until(f"no window '{title}'", there)

        def has_focus():
            self.xdotool("windowactivate", window)  # the window manager may not have it yet
            return self.xdotool("getactivewindow").strip() == window

        self.until(f"no focus for '{title}'", has_focus)
        self.seen.append(f"window {title}")

    def open(self, key, title):
        """Presses the key until the window is there: one that still loads takes none."""
        pressed = 0

        def there():
            nonlocal pressed
            if time.monotonic() > pressed + 15:
                pressed = time.monotonic()
                self.keys(key)
            return any(re.search(title, name) for name in self.titles())

        self.until(f"no window '{title}'", there)
        self.window(title)

    def gone(self, title):
        self.until(f"'{title}' does not close", lambda: not any(re.search(title, name) for name in self.titles()))
        self.seen.append(f"gone {title}")

    def keys(self, *keys):
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)
            self.pause(0.5)

    def type(self, text):
        self.xdotool("type", "--delay", "60", text)
        self.pause(0.5)

    def click(self, x, y, button="1"):
        """At a place in the window that has the focus."""
        self.xdotool("mousemove", "--window", self.xdotool("getactivewindow").strip(), str(x), str(y))
        self.xdotool("click", button)
        self.pause(0.5)

    def shoot(self, name):
        subprocess.run(["import", "-window", "root", str(self.shots / f"{name}.png")], env=self.env, check=False, stderr=subprocess.DEVNULL)
