# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# No toolkit's names in the phases: what a function or a class of GTK, GLib or Qt means stands in models/*.yaml, so that a
# project can say the same of its own. In checks/ a name may stand in a sentence (advice to the user), never alone,
# where code would compare with it.
import re

from house import files, finish, read

PHASES = ("extract/", "facts/", "link/", "solve/", "checks/")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
NAME = re.compile(r"\b(?:(?:gtk|gdk|g|gst)_\w*|Q[A-Z][a-z]\w*|(?:Gtk|Glib|Gio|Gdk)(?:mm)?::\w+)")
WORD = re.compile(r"(?:^|\s)[a-z']+(?=[\s,.:;)]|$)")


def code(line):
    """The line without its comment (a `//` inside a literal is none)."""
    plain = LITERAL.sub(lambda m: '"' + "_" * len(m[1]) + '"', line)
    at = plain.find("//")
    return line if at < 0 else line[:at]


def sentence(text):
    return len(WORD.findall(text)) >= 3


def main():
    problems, literals = [], 0
    for name in files():
        if not name.startswith(PHASES) or not name.endswith((".cpp", ".h")):
            continue
        for number, line in enumerate(read(name).split("\n"), 1):
            for text in LITERAL.findall(code(line)):
                literals += 1
                found = NAME.search(text)
                if found and not (name.startswith("checks/") and sentence(text)):
                    problems.append(f"{name}:{number}: {found[0]} belongs in models/: \"{text}\"")
    finish(problems, f"{literals} literals")


main()
