# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The hooks of every selected function of the toolkits as installed: planned, and written into a program that is linked to them.
# Prints how many were left alone and why; at least 99 of 100 in each library have to be hooked, and none be refused.
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = ""
KITS = {
    "GTK 3": ("gtk+-3.0", ["gdk-3", "gtk-3"]),
    "GTK 4": ("gtk4", ["gtk-4"]),
    "Qt 5": ("Qt5Widgets Qt5Network", ["Qt5Core", "Qt5Gui", "Qt5Widgets", "Qt5Network"]),
    "Qt 6": ("Qt6Widgets Qt6Network", ["Qt6Core", "Qt6Gui", "Qt6Widgets", "Qt6Network"]),
}
FEWEST = {"gdk-3": 500, "gtk-3": 4000, "gtk-4": 3500, "Qt5Widgets": 4000, "Qt6Widgets": 4000}


class Plans(unittest.TestCase):
    def libraries(self, packages, names, work):
        """A program linked to them, and where they are."""
        if subprocess.run(["pkg-config", "--exists", *packages.split()]).returncode != 0:
            self.skipTest(f"{packages} is not installed")
        flags = subprocess.run(["pkg-config", "--libs", *packages.split()], check=True, capture_output=True, text=True).stdout.split()
        source, program = work / "empty.c", work / "empty"
        source.write_text("int main(void) { return 0; }\n")
        subprocess.run(["gcc", str(source), "-o", str(program), "-Wl,--no-as-needed", *flags], check=True)
        listed = subprocess.run(["ldd", str(program)], check=True, capture_output=True, text=True).stdout
        found = {name: re.search(rf"=> (\S*/lib{re.escape(name)}\.so\S*)", listed) for name in names}
        self.assertTrue(all(found.values()), found)
        return program, {name: match[1] for name, match in found.items()}

    def hook(self, kit):
        packages, names = KITS[kit]
        with tempfile.TemporaryDirectory() as directory:
            program, paths = self.libraries(packages, names, Path(directory))
            ran = subprocess.run([TOOL, "run", "--", str(program)], capture_output=True, text=True, timeout=120)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        planned = 0
        for name, path in paths.items():
            told = subprocess.run([TOOL, "runtime-plan", path, "-"], check=True, capture_output=True, text=True).stdout.splitlines()
            hooked, left = map(int, re.search(r"(\d+) functions to watch, (\d+) left alone", told[0]).groups())
            reasons = told[1:]
            print(f"{kit}: lib{name}: {hooked} of {hooked + left} functions hooked, {left} left alone")
            for reason in reasons:
                print("   ", reason)
            self.assertEqual(len(reasons), left)
            for reason in reasons:
                self.assertRegex(reason, r": left alone: \w")
            self.assertGreaterEqual(hooked, 0.99 * (hooked + left))
            self.assertGreaterEqual(hooked, FEWEST.get(name, 1))
            planned += hooked
        written = re.search(r"(\d+) functions of (\d+) librar", ran.stderr)
        self.assertGreaterEqual(int(written[1]), planned, ran.stderr)  # more libraries may have come along
        self.assertNotIn("not what their file says", ran.stderr)

    def test_gtk3(self):
        self.hook("GTK 3")

    def test_gtk4(self):
        self.hook("GTK 4")

    def test_qt5(self):
        self.hook("Qt 5")

    def test_qt6(self):
        self.hook("Qt 6")


if __name__ == "__main__":
    TOOL = sys.argv.pop(1)
    unittest.main()
