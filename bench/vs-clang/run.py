# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What does a check cost, measured against the compiler's own parse of the same units on the same machine in the same run?
#
#   run.py --tool build/bin/offmain -p DIR [--units N] [--reps R] [--touch] [--others] [--json FILE]
#
#   clang     clang -fsyntax-only -w, a process a unit           the measure: 1.00
#   cold      offmain check -j1, empty cache                     everything: parse, link, solve, print, and filling the cache
#   warm      offmain check -j1, nothing changed                 should be near nothing
#   touched   offmain check -j1, one unit's source edited        should be that unit's own share of clang, and warm
#   clazy, tidy   clazy-standalone and clang-tidy with one check, a process a unit, where installed (--others)
#
# User CPU of the whole process tree (wait4), not wall time: other load on the machine disturbs it little. Each repetition runs all
# contenders one after another, and ratios are taken within a repetition; shown are the median and the range. Rejected: all
# repetitions of one contender, then of the next (a machine that grows slower would decide the ratio).
import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import measure


def run_units(entries, command):
    return sum(measure.run([*command, measure.source(entry)], entry["directory"]).user for entry in entries)


def entry_sizes(cache):
    return [os.path.getsize(path) for path in measure.entry_files(cache).values()]


class Bench:
    def __init__(self, options, entries):
        self.options = options
        self.entries = entries
        self.times = {}
        self.notes = []
        self.peak = 0
        self.share = 0.0

    def check(self, database, cache, *more):
        environment = dict(os.environ, XDG_CACHE_HOME=cache, LC_ALL="C.UTF-8")
        done = measure.run([self.options.tool, "check", "-p", database, "-j1", "--format=sarif", *more], database, environment)
        if done.code not in (0, 1, 3):
            sys.exit(f"offmain check ended with {done.code}")
        if done.code == 3:
            self.notes.append("offmain: some units could not be analyzed (exit code 3)")
        self.peak = max(self.peak, done.peak)
        return done.user

    def touched(self, database, cache, per_unit):
        """Edits one source, the one of median cost, and puts it back."""
        order = sorted(range(len(per_unit)), key=lambda i: per_unit[i])
        index = order[len(order) // 2]
        with measure.touched(measure.source(self.entries[index])):
            return self.check(database, cache), per_unit[index] / sum(per_unit)

    def repetition(self, database, work):
        options, row = self.options, {}
        cache = os.path.join(work, "cache")
        shutil.rmtree(cache, ignore_errors=True)
        os.makedirs(cache)
        runs = measure.run_clang(self.entries, options.clang)
        per_unit, failed = [r.user for r in runs], sum(r.code != 0 for r in runs)
        row["clang"] = sum(per_unit)
        if failed:
            self.notes.append(f"clang: {failed} of {len(self.entries)} units do not compile")
        row["cold"] = self.check(database, cache)
        row["warm"] = self.check(database, cache)
        self.sizes = entry_sizes(cache)
        if options.touch:
            row["touched"], self.share = self.touched(database, cache, per_unit)
        if options.others and shutil.which("clazy-standalone"):
            row["clazy"] = run_units(self.entries, ["clazy-standalone", "-p", database, "--checks=level0,level1"])
        if options.others and shutil.which(options.tidy):
            row["tidy"] = run_units(self.entries, [options.tidy, "-p", database, "--quiet", "--checks=-*,bugprone-unused-raii"])
        return row

    def run(self):
        with tempfile.TemporaryDirectory(prefix="offmain-bench-") as work:
            database = os.path.join(work, "db")
            measure.store(self.entries, database)
            for number in range(self.options.reps):
                start = time.monotonic()
                row = self.repetition(database, work)
                for name, seconds in row.items():
                    self.times.setdefault(name, []).append(seconds)
                print(f"repetition {number + 1}: " + ", ".join(f"{n} {s:.2f} s" for n, s in row.items())
                      + f" ({time.monotonic() - start:.0f} s)", file=sys.stderr)

    def report(self):
        print(f"{len(self.entries)} units, {self.options.reps} repetitions, user CPU")
        print(f"{'':10} {'seconds':>10} {'ratio':>8} {'lowest':>8} {'highest':>8}")
        summary = {"units": len(self.entries), "reps": self.options.reps}
        for name, values in self.times.items():
            ratios = [v / c for v, c in zip(values, self.times["clang"])]
            summary[name] = {"seconds": statistics.median(values), "ratio": statistics.median(ratios), "lowest": min(ratios),
                             "highest": max(ratios)}
            print(f"{name:10} {statistics.median(values):10.2f} {statistics.median(ratios):8.3f} {min(ratios):8.3f} {max(ratios):8.3f}")
        if self.share:
            summary["touched"]["share"] = self.share
            print(f"touched unit's own share of clang: {self.share:.3f}")
        if self.sizes:
            summary["entry_bytes"] = statistics.mean(self.sizes)
            print(f"cache entry: {statistics.mean(self.sizes) / 1024:.1f} KB a unit on average, largest {max(self.sizes) / 1024:.1f} KB")
        print(f"peak memory of the largest process: {self.peak / 1024:.0f} MB")
        for note in sorted(set(self.notes)):
            print(f"note: {note}")
        if self.options.json:
            with open(self.options.json, "w", encoding="utf-8") as out:
                json.dump(summary, out, indent=1)


def main():
    parser = argparse.ArgumentParser(description="offmain against clang on the same units")
    parser.add_argument("--tool", required=True)
    parser.add_argument("-p", required=True, dest="database", help="directory of a compile_commands.json")
    parser.add_argument("--units", type=int, default=120, help="how many units, evenly over the database; 0: all")
    parser.add_argument("--reps", type=int, default=3)
    parser.add_argument("--touch", action="store_true", help="also edit one source (put back afterwards) and check again")
    parser.add_argument("--others", action="store_true", help="also clazy-standalone and clang-tidy")
    parser.add_argument("--clang", default=shutil.which("clang-22") or "clang")
    parser.add_argument("--tidy", default="clang-tidy-22")
    parser.add_argument("--json")
    options = parser.parse_args()
    options.tool = os.path.abspath(options.tool)
    bench = Bench(options, measure.load(options.database, options.units))
    bench.run()
    bench.report()


if __name__ == "__main__":
    main()
