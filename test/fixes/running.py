# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A test program before and after its fix, run under `offmain run` (see run.py for the directives):
#
#   before  ── reports at the lines that `check` found ──┐
#                                                        ├── both print the same: what they say, and what their windows show
#   after   ── no report but where a finding is left ────┘
#
# _probe/qt.cpp and _probe/gtk.c are linked into the program: they press its buttons, print its windows, and end its loops.
import functools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import building
import flags
from building import DoesNotBuild, HERE

sys.path.insert(0, os.path.join(os.path.dirname(HERE), "runtime"))
from display import Display, environment

RUN = re.compile(r"(?://|/\*) RUN:[ \t]*(.*?)[ \t]*(?:\*/|$)", re.M)
PRESS = re.compile(r"(?://|/\*) PRESS:[ \t]*(.*?)[ \t]*(?:\*/|$)", re.M)
STALL = 250  # ms; what blocks in a test program blocks for twice that at least
SETTLE = 300  # ms without a change until a program is taken to be done


class Screen:
    """Started for the first program that wants it; `close()` ends it."""

    def __init__(self, directory):
        self.directory, self.display = Path(directory), None

    def environment(self):
        if not self.display:
            self.display = Display()
            self.display.__enter__()
        return environment(self.display, self.directory)

    def close(self):
        if self.display:
            self.display.__exit__()


class Wish:
    """The directives of a program; `wanted` if it is to be run."""

    def __init__(self, texts):
        found = [match for text in texts for match in RUN.findall(text)]
        self.wanted = bool(found)
        self.problems, self.words, self.settle = [], set(), SETTLE
        for word in " ".join(found).split():
            if match := re.fullmatch(r"settle=(\d+)", word):
                self.settle = int(match[1])
            elif word in ("yes", "some", "elsewhere", "unseen", "stall"):
                self.words.add(word)
            else:
                self.problems.append(f"RUN: {word}: known are yes, some, elsewhere, unseen, stall, settle=N")
        self.press = ",".join(name.strip() for text in texts for names in PRESS.findall(text) for name in names.split(","))


@functools.lru_cache(maxsize=None)
def probe(name, work):
    """The object to link in for these FLAGS, if they are a toolkit's."""
    kit = re.search(r"qt[56]|gtk(mm)?([234])", name)
    if not kit:
        return None
    source, kit = ("qt.cpp", kit[0]) if kit[0].startswith("qt") else ("gtk.c", "gtk" + kit[2])
    os.makedirs(work, exist_ok=True)
    output = os.path.join(work, f"probe-{kit}.o")
    building.compile_unit(flags.command(os.path.join(HERE, "_probe", source), kit), output, None)
    return output


def run(tool, program, wish, screen, folder):
    """(what it printed, {(file, line): text} of what was reported); DoesNotBuild when it does not end well."""
    report = os.path.join(folder, "report.jsonl")
    more = {"PRESS": wish.press, "SETTLE": str(wish.settle), "G_ENABLE_DIAGNOSTIC": "0"}
    try:
        done = subprocess.run([tool, "run", "--format=jsonl", "-o", report, f"--stall-ms={STALL if 'stall' in wish.words else 0}", "--", program],
                              env={**screen.environment(), **more}, capture_output=True, text=True, errors="replace", timeout=60, cwd=folder,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as late:
        raise DoesNotBuild(f"did not end within 60 s; printed {late.stdout}") from late
    if done.returncode:
        raise DoesNotBuild(f"ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    with open(report, encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return done.stdout, {(os.path.basename(f["at"]["file"]), f["at"]["line"]): f"{f['rule']} {f['callee']}" for f in found
                         if os.path.basename(f["at"]["file"]) not in ("qt.cpp", "gtk.c")}


def places(findings):
    """[(file, first line, last line)] of a `check --format=json`."""
    return [(os.path.basename(f["at"]["file"]), f["at"]["line"], f["at"].get("endLine", f["at"]["line"])) for f in findings]


def among(place, spans):
    return any(place[0] == file and first <= place[1] <= last for file, first, last in spans)


def compare(wish, found, left, before, after):
    """What is wrong; `found` and `left` are the findings of the program before and after."""
    said, reports = before
    said_after, reports_after = after
    spans = places(found)
    problems = []
    if said != said_after:
        problems.append(f"does not do the same: before it\n{said}and now\n{said_after}")
    if not said.strip():
        problems.append("prints nothing, so nothing was compared")
    seen = [span for span in spans if any(among(place, [span]) for place in reports)]
    if "unseen" in wish.words:
        if seen:
            problems.append(f"RUN: unseen, but the checker sees {seen}")
    elif "elsewhere" in wish.words:
        if not reports:
            problems.append("before the fix nothing is reported")
    elif "some" in wish.words or "stall" in wish.words:
        if not seen:
            problems.append(f"before the fix nothing is reported at {spans}; but {reports}")
    elif seen != spans:
        problems.append(f"before the fix nothing is reported at {[s for s in spans if s not in seen]}; but {reports}")
    new = {place: text for place, text in reports_after.items() if not among(place, places(left))}
    if new:
        problems.append(f"after the fix there is still reported {new}")
    return problems
