# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Shared precompiled headers against the plain parse, group by group: the same facts, the same findings.
#
#   run.py --tool=build/bin/offmain --work=build/shared [--shard=I/N] [--keep] [NAME...]
#
# A group is a folder KIT_NAME/ with units, headers, and the kit's units of _innocent/KIT/ beside them: these make a set
# worth it. A file `args` has flags for all units of the group ({dir}: the folder they are in;
# lines with # are comments). A unit's first lines may say
#   // SHARED: yes           it uses the set (what units without the line must do too)
#   // SHARED: no: words     it is parsed the plain way, and --stats gives a reason with these words
#   // SHARED: alone         no set is made for its command
#   // SHARED: any           either way, as long as the facts are the same
#   // ARGS: -std=c11        more flags for this unit; several units with the same flags may share a set of their own
# A unit named fn_* is known to get other facts, for the reason it gives.
# Facts and findings are compared after a plain run, one with sets, and one with sets and two workers.
import argparse
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "corpus"))
import flags

KITS = {"c": "plain", "cpp": "plain", "gtk3": "gtk3", "qt5": "qt5"}
SOURCES = (".c", ".cpp")
SHARED = re.compile(r"^// SHARED: (yes|any|alone|no: (.+?))\s*$", re.M)
ARGS = re.compile(r"^// ARGS: (.+?)\s*$", re.M)
STATS = re.compile(r"^shared headers: (\d+) sets made, \d+ kept from before; (\d+) units used one", re.M)
FELL_BACK = re.compile(r"^\s*(\S+): not shared: (.*)$", re.M)
ENTRY = re.compile(r"llvmcache-[0-9a-fA-F]{32}$")


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def facts_of(cache):
    """{name of the entry: bytes of the facts}; entries of sets have none."""
    found = {}
    for name in sorted(os.listdir(cache)):
        if ENTRY.match(name):
            with open(os.path.join(cache, name), "rb") as file:
                data = file.read()
            if (at := data.rfind(b"OMFA")) >= 4:
                found[name] = (data[:at - 4], data[at - 4:])
    return found


class Group:
    def __init__(self, options, name):
        self.options, self.name = options, name
        self.kit = name.split("_")[0]
        self.work = os.path.join(options.work, name)
        self.copy = os.path.join(self.work, "src")
        self.problems = []

    def lay_out(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(os.path.join(HERE, "_innocent", self.kit), self.copy)
        shutil.copytree(os.path.join(HERE, self.name), self.copy, dirs_exist_ok=True)
        common = [*flags.pkg_config(KITS[self.kit]), *self.own_args()]
        self.units, database = {}, []
        for name in sorted(os.listdir(self.copy)):
            if not name.endswith(SOURCES):
                continue
            head = "".join(read(os.path.join(self.copy, name)).splitlines(True)[:6])
            self.units[name] = SHARED.search(head)
            own = [word for line in ARGS.findall(head) for word in line.replace("{dir}", self.copy).split()]
            compiler = ["clang"] if name.endswith(".c") else ["clang++", "-std=c++17"]
            path = os.path.join(self.copy, name)
            database.append({"directory": self.copy, "file": path, "arguments": [*compiler, *common, *own, "-c", path]})
        with open(os.path.join(self.work, "compile_commands.json"), "w", encoding="utf-8") as file:
            json.dump(database, file, indent=1)

    def own_args(self):
        args = os.path.join(self.copy, "args")
        lines = read(args).replace("{dir}", self.copy).splitlines() if os.path.exists(args) else []
        return [word for line in lines if not line.startswith("#") for word in line.split()]

    def check(self, cache, *more):
        command = [self.options.tool, "check", "-p", self.work, "--cache-dir=" + os.path.join(self.work, cache), "--confidence=low",
                   "--color=never", *more]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", cwd=self.copy, timeout=600)
        if done.returncode not in (0, 1, 3):
            self.problems.append(f"{' '.join(command)}: exit code {done.returncode}: {done.stderr[-600:]}")
        return done

    def owner(self, entry):
        """The units whose path the entry names (paths are written without what they share with the one before)."""
        owners = [u for u in self.units if f"src/{u}".encode() in entry[0]]
        return "/".join(owners) or "a unit"

    def compare(self, what, plain, shared):
        for name, entry in plain.items():
            if self.owner(entry).startswith("fn_"):
                if what == "sets" and shared.get(name, (b"", entry[1]))[1] == entry[1]:
                    self.problems.append(f"{self.owner(entry)} is not wrong any more: take fn_ out of its name")
            elif name not in shared:
                self.problems.append(f"{what}: {self.owner(entry)}: no facts")
            elif shared[name][1] != entry[1]:
                self.problems.append(f"{what}: {self.owner(entry)}: other facts ({len(entry[1])} bytes, {len(shared[name][1])} with sets)")

    def look(self, log):
        stats = STATS.search(log)
        if not stats:
            return self.problems.append("--stats says nothing about shared headers:\n" + log[-600:])
        if int(stats[1]) == 0:
            self.problems.append("no set was made:\n" + "\n".join(l for l in log.splitlines() if "not made" in l))
        fell_back = {os.path.basename(file): why for file, why in FELL_BACK.findall(log)}
        count = alone = unsure = 0
        for name, said in self.units.items():
            want, words = (said[1].split(":")[0], said[2]) if said else ("yes", None)
            why = fell_back.get(name)
            if want == "yes" and why is not None:
                self.problems.append(f"{name}: should share, but: {why}")
            if want == "no" and why is None:
                self.problems.append(f"{name}: should not share ({words})")
            elif want == "no" and words not in why:
                self.problems.append(f"{name}: the reason is not '{words}' but: {why}")
            count += why is None and want in ("yes", "no")
            unsure += why is None and want == "any"
        if not count <= int(stats[2]) <= count + unsure:
            self.problems.append(f"{stats[2]} units used a set, not {count}")
        return None

    def run(self):
        self.lay_out()
        plain = self.check("plain", "--no-pch", "-j1")
        facts = facts_of(os.path.join(self.work, "plain"))
        if len(facts) != len(self.units):
            self.problems.append(f"{len(facts)} units have facts of {len(self.units)}: {plain.stderr[-600:]}")
        for what, jobs in ("sets", "-j1"), ("sets, two workers", "-j2"):
            cache = what.replace(", ", "-").replace(" ", "-")
            shared = self.check(cache, jobs, "--stats")
            self.compare(what, facts, facts_of(os.path.join(self.work, cache)))
            if (shared.stdout, shared.returncode) != (plain.stdout, plain.returncode):
                self.problems.append(f"{what}: other findings:\n{plain.stdout}---\n{shared.stdout}")
            if jobs == "-j1":
                with open(os.path.join(self.work, "stats.txt"), "w", encoding="utf-8") as file:
                    file.write(shared.stderr)
                self.look(shared.stderr)
        if not self.problems and not self.options.keep:
            shutil.rmtree(self.work)
        return self.problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--keep", action="store_true", help="leave the folders of groups that pass")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.tool, options.work = os.path.abspath(options.tool), os.path.abspath(options.work)
    index, count = map(int, options.shard.split("/"))
    names = sorted(n for n in os.listdir(HERE) if not n.startswith(("_", ".")) and os.path.isdir(os.path.join(HERE, n)))
    chosen = options.names or names[index - 1::count]
    failed = 0
    for name in chosen:
        problems = Group(options, name).run()
        failed += bool(problems)
        print(("failed" if problems else "passed") + ": shared/" + name, *problems, sep="\n     ", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
