# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The toolkits' own examples, program by program, against accepted.txt: every finding in them has been read and is listed there with
# its reason; any other is a failure, and so is an accepted one that no longer comes. So are sources that were not analyzed,
# or only in part, and that accepted.txt does not list.
#
#   run.py --tool=build/bin/offmain --work=build/toolkit-examples [--kit=qt5|gtk3|gtkmm3]... [--new] [--filter=TEXT]
#
# A line of accepted.txt:   rule <tab> kit/path <tab> the source line <tab> reason
#                    or:    not-analyzed <tab> kit/path <tab> what the tool says <tab> reason
# The source line stands in for a line number: it survives another version of the package. --new prints lines for what is
# not accepted yet, with "?" for the reason.
import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "test", "corpus"))
import sarif

KITS = ("qt5", "gtk3", "gtkmm3")
NOT_ANALYZED = "not-analyzed"


@dataclasses.dataclass
class Program:
    kit: str
    name: str
    directory: str  # of its compile_commands.json
    source: str     # the sources of its kit
    units: list     # their files

    def path(self, file):
        return f"{self.kit}/{os.path.relpath(file, self.source)}"


def accepted():
    """{(rule, path, line text): reason}"""
    entries = {}
    with open(os.path.join(HERE, "accepted.txt"), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                parts = line.rstrip("\n").split("\t")
                if len(parts) != 4 or not parts[3] or parts[3] == "?":
                    sys.exit(f"accepted.txt:{number}: want rule, path, source line and reason, with tabs between")
                if parts[1].split("/")[0] not in KITS or tuple(parts[:3]) in entries:
                    sys.exit(f"accepted.txt:{number}: of no kit, or listed twice")
                entries[tuple(parts[:3])] = parts[3]
    return entries


def programs(work, kits):
    for kit in kits:
        listing = os.path.join(work, f"{kit}.list")
        if not os.path.exists(listing):
            subprocess.run([sys.executable, "-B", os.path.join(ROOT, "scripts", "examples-db.py"), "--work", work,
                            "--kit", kit], check=True)
        with open(listing, encoding="utf-8") as file:
            for line in file:
                name, directory, _ = line.rstrip("\n").split("\t")
                with open(os.path.join(directory, "compile_commands.json"), encoding="utf-8") as database:
                    units = [entry["file"] for entry in json.load(database)]
                yield Program(kit, name, directory, os.path.join(work, kit, "src"), units)


def left_out(every):
    """Sources of the package that no program has as a unit."""
    units = {unit for program in every for unit in program.units}
    for kit, source in sorted({(program.kit, program.source) for program in every}):
        for base, _, names in os.walk(source):
            for name in names:
                file = os.path.join(base, name)
                if name.endswith((".c", ".cc", ".cpp", ".cxx")) and file not in units:
                    yield NOT_ANALYZED, f"{kit}/{os.path.relpath(file, source)}", "a unit of no program"


def source_line(result):
    try:
        with open(result.file, encoding="utf-8", errors="replace") as file:
            return " ".join(file.read().split("\n")[result.line - 1].split())
    except (OSError, IndexError):
        return ""


def analyze(tool, work, program):
    """[(key as in accepted.txt, what to say of it)]"""
    environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_CACHE_HOME=os.path.join(work, "cache"))
    done = subprocess.run([tool, "check", "-p", program.directory, "--format=sarif", "-j1"], capture_output=True,
                          env=environment, cwd=program.directory)
    if done.returncode not in (0, 1, 3) or not done.stdout:  # 3: not every unit was analyzed whole; SARIF says which
        reason = f"exit {done.returncode}: " + done.stderr.decode("utf-8", "replace").strip()[-400:]
        return [((NOT_ANALYZED, f"{program.kit}/{program.name}", reason), reason)]
    text = done.stdout.decode("utf-8")
    found = []
    for _, file, reason in sarif.incomplete(text, program.directory):
        # Not how many errors there are: that depends on the parser's version.
        found.append(((NOT_ANALYZED, program.path(file), reason.split("the first: ")[-1]), reason))
    for result in sarif.results(text, program.directory):
        key = (result.rule, program.path(result.file), source_line(result))
        found.append((key, f"line {result.line}: {result.message} ({result.level}, {result.confidence})"))
    return found


def summary(chosen, counts, seconds):
    """Where the numbers of the field report come from."""
    for kit in dict.fromkeys(program.kit for program in chosen):
        mine = [program for program in chosen if program.kit == kit]
        files = {unit for program in mine for unit in program.units}
        rules = ", ".join(f"{counts[key]} {key[1]}" for key in sorted(counts) if key[0] == kit)
        print(f"{kit}: {len(mine)} programs, {sum(len(program.units) for program in mine)} units of {len(files)} sources: "
              f"{rules or 'no findings'}")
    print(f"{len(chosen)} programs in {seconds:.0f} s")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--kit", action="append", choices=KITS)
    parser.add_argument("--filter", default="")
    parser.add_argument("--new", action="store_true")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1, dest="jobs")
    options = parser.parse_args()
    if not os.access(options.tool, os.X_OK):
        print(f"{options.tool}: not built")
        return 77
    work, tool = os.path.abspath(options.work), os.path.abspath(options.tool)
    known = accepted()
    kits = options.kit or KITS
    every = list(programs(work, kits))
    chosen = [program for program in every if options.filter in f"{program.kit}/{program.name}"]
    new, seen, counts, problems, began = set(), set(), collections.Counter(), 0, time.monotonic()

    def take(key, message):
        nonlocal problems
        seen.add(key)
        counts[key[1].split("/")[0], key[0]] += 1
        if key not in known:
            new.add(key)
            problems += 1
            # At once: a run of many minutes that is ended shows what it had.
            print(f"not accepted: {key[0]} {key[1]}: {message}\n        {key[2]}", flush=True)

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(lambda program: analyze(tool, work, program), chosen):
            for key, message in found:
                take(key, message)
    if not options.filter:
        for key in left_out(every):
            take(key, "left out")
        for key in sorted(key for key in known if key not in seen and key[1].split("/")[0] in kits):
            problems += 1
            print(f"accepted, but not found any more: {' '.join(key)}")
    if options.new:
        for key in sorted(new):
            print("\t".join([*key, "?"]))
    summary(chosen, counts, time.monotonic() - began)
    print(f"{problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
