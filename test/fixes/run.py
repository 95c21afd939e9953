# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Fixes, program by program: NAME.cpp before, NAME.after.cpp what `check --fix` makes of it.
#
#   run.py --tool=build/bin/offmain --work=build/fixes [--shard=I/N] [--update] [NAME...]
#
# A program is a file, or a folder NAME/ with several and NAME.after/ beside it. Its first lines may say
#   // FLAGS: qt5   // STD: c++17   // CHECKS: qt-*   // CONFIDENCE: low      as in test/corpus
#   // ADVICE: words          one of the findings gets no fix, and these words say why
#   // RUN: yes               built as it is and as it is fixed, both run under `offmain run`: before, each line with a finding is reported;
#                             after, none; and both print the same: what they say and what their windows show in the end. Instead of yes
#          some               one of these lines is reported (others do not run, or call inline functions)
#          elsewhere          another line is (the slot of a connection)
#          unseen             none is: no call of a toolkit that the checker knows
#          stall              some, with the main loop's stalls (beyond 250 ms: block for 600) among the reports
#          settle=N           more words: nothing changes for N ms when it is done (300)
#   // PRESS: one, OK         buttons that are pressed, by what stands on them, each when nothing changes any more
# A program fp_NAME has a fix that is verified and yet not right: run, it does not do the same (docs/limits.md says why).
# Without NAME.after nothing may be changed. For each program: the result is the expected one byte by byte; what was fixed
# compiles, with warnings for what a rewrite gets wrong, and links; what is still found is what has advice; a second --fix changes nothing.
# --update writes what came out; read it before it is committed.
import argparse
import json
import os
import re
import shutil
import subprocess
import sys

import building
import flags
import running
from building import DoesNotBuild, HERE
import expectations

ADVICE = re.compile(r"(?://|/\*)\s*ADVICE:\s*(.+?)\s*(?:\*/|$)", re.M)
NO_FIX = re.compile(r": no fix for [a-z-]+: (.*)$", re.M)


def split(name):
    """("label", ".cpp"); a folder has no ending."""
    stem, ending = os.path.splitext(name)
    return (stem, ending) if ending in expectations.SOURCES else (name, "")


def programs():
    names = sorted(os.listdir(HERE))
    return [n for n in names if not n.startswith((".", "_")) and not split(n)[0].endswith(".after")
            and (os.path.isdir(os.path.join(HERE, n)) or split(n)[1])]


def contents(path):
    """{relative name: bytes} of a file or folder; a file has the name ""."""
    if os.path.isfile(path):
        with open(path, "rb") as file:
            return {"": file.read()}
    found = {}
    for folder, _, files in os.walk(path):
        for name in files:
            with open(os.path.join(folder, name), "rb") as file:
                found[os.path.relpath(os.path.join(folder, name), path)] = file.read()
    return found


class Program:
    def __init__(self, options, name):
        self.options, self.name = options, name
        stem, ending = split(name)
        self.source = os.path.join(HERE, name)
        self.after = os.path.join(HERE, f"{stem}.after{ending}")
        self.work = os.path.join(options.work, stem)
        self.copy = os.path.join(self.work, name)
        self.problems = []

    def lay_out(self):
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(self.work)
        with open(os.path.join(self.options.work, ".clang-format"), "w", encoding="utf-8") as file:
            file.write("DisableFormat: true\n")  # not that of this project; a program may bring its own
        (shutil.copytree if os.path.isdir(self.source) else shutil.copy)(self.source, self.copy)
        self.read = expectations.read(self.copy, self.work)
        self.commands = []
        for unit in self.read.units:
            command = flags.command(unit, self.read.flags, self.read.std or None, self.read.defines)
            self.commands.append({"directory": self.work, "file": unit, "arguments": command})
        with open(os.path.join(self.work, "compile_commands.json"), "w", encoding="utf-8") as file:
            json.dump(self.commands, file)

    def check(self, *more):
        command = [self.options.tool, "check", "-p", self.work, "-j1", f"--cache-dir={self.options.work}/cache", *more]
        if self.read.checks:
            command.append(f"--checks={self.read.checks}")
        if self.read.confidence:
            command.append(f"--confidence={self.read.confidence}")
        run = subprocess.run(command, capture_output=True, text=True, cwd=self.work, timeout=600)
        if run.returncode not in (0, 1):
            self.problems.append(f"exit code {run.returncode}: {run.stderr.strip()}")
        return run

    def compare(self):
        wanted = contents(self.after if os.path.exists(self.after) else self.source)
        got = contents(self.copy)
        if self.options.update and wanted != got:
            target = self.after
            if got == contents(self.source):
                return
            (shutil.rmtree if os.path.isdir(target) else lambda p: os.path.exists(p) and os.remove(p))(target)
            (shutil.copytree if os.path.isdir(self.copy) else shutil.copy)(self.copy, target)
            return
        for name in sorted(wanted.keys() | got.keys()):
            if wanted.get(name) != got.get(name):
                self.problems.append(f"{name or self.name} is not what was expected:\n"
                                     + (got.get(name) or b"(gone)").decode(errors="replace"))

    def texts(self):
        return [data.decode(errors="replace") for data in contents(self.copy).values()]

    def findings(self):
        return json.loads(self.check("--format=json").stdout)["findings"]

    def build(self, version):
        """The program in self.copy as it is now; None, and a problem, where it does not build."""
        try:
            wanted = running.probe(self.read.flags, self.options.work) if self.wish.wanted else None
            if self.wish.wanted and not any(building.MAIN.search(building.read(entry["file"])) for entry in self.commands):
                self.problems.append("RUN: there is no main() to run")
                return None
            warnings = building.WARNINGS if version == "after" else None
            return building.build(self.read, [entry["arguments"] for entry in self.commands], os.path.join(self.work, version),
                                  warnings=warnings, probe=wanted)
        except DoesNotBuild as why:
            self.problems.append(f"{version}: does not build:\n{why}")
        return None

    def started(self, program, version):
        try:
            return program and running.run(self.options.tool, program, self.wish, self.options.screen, os.path.dirname(program))
        except DoesNotBuild as why:
            self.problems.append(f"{version}: {why}")
        return None

    def run(self):
        self.lay_out()
        before = contents(self.copy)
        self.wish = running.Wish(self.texts())
        self.problems += self.wish.problems
        if self.wish.wanted:
            found, ran = self.findings(), self.started(self.build("before"), "before")
        first = self.check("--fix", "--format=json")
        left = json.loads(first.stdout)["findings"]
        self.compare()
        wanted = sorted(text for data in before.values() for text in ADVICE.findall(data.decode(errors="replace")))
        told = NO_FIX.findall(first.stderr)
        for words in wanted:
            if not any(words in line for line in told):
                self.problems.append(f"no finding is said to have no fix because of {words!r}; told: {told}")
        if len(told) != len(wanted):
            self.problems.append(f"{len(wanted)} findings should have advice, {len(told)} have: {told}")
        made = contents(self.copy)
        if made != before:
            program = self.build("after")
            ran_after = self.started(program, "after") if self.wish.wanted else None
            if self.wish.wanted and ran and ran_after:
                different = running.compare(self.wish, found, left, ran, ran_after)
                if self.name.startswith("fp_"):
                    different = [] if different else ["does the same now: name it otherwise, and take it out of docs/limits.md"]
                self.problems += different
            self.check("--fix")
            if contents(self.copy) != made:
                self.problems.append("a second --fix changes it again")
        elif self.wish.wanted:
            self.problems.append("RUN: nothing was fixed")
        return self.problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.work, options.tool = os.path.abspath(options.work), os.path.abspath(options.tool)
    index, count = map(int, options.shard.split("/"))
    chosen = [n for n in programs() if not options.names or split(n)[0] in options.names or n in options.names][index - 1::count]
    failed = ran = 0
    options.screen = running.Screen(os.path.join(options.work, "runtime"))
    for name in chosen:
        program = Program(options, name)
        problems = program.run()
        ran += program.wish.wanted
        failed += bool(problems)
        print(("failed" if problems else "passed") + ": fixes/" + name, flush=True)
        for problem in problems:
            print("  " + problem.replace("\n", "\n  "))
    options.screen.close()
    print(f"{len(chosen) - failed} passed, {failed} failed; {ran} were run")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
