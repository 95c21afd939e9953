# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What a check of real applications costs, unit by unit, against the compiler's own parse in the same run.
#
#   run.py --tool=build/bin/offmain [--reps=N] [--units=N] [--markdown=FILE] [--json=FILE] [NAME=]DIR...
#
# DIR is where an application's compile_commands.json is. For each application, in each repetition:
#
#   clang          clang -fsyntax-only -w, a process a unit                  the measure: 1.00
#   cold           check -j1, empty cache; its headers precompiled and all
#   warm           once more, nothing changed
#   source         one source touched (the one of median cost)
#   header         one header of the project touched (the one with the median number of users)
#   plain          check -j1 --no-pch, empty cache                           are its facts those of `cold`, byte by byte?
#   two            check -j2, empty cache                                    wall time against that of `cold`
#
# A unit's own share of `cold` is the run's CPU divided as the spans of --trace stand (one worker: they follow one another).
# Ratios are taken within a repetition; shown is the median of repetitions. Edits are taken back.
#
# Rejected: `offmain extract` of a unit as "ours": it parses one unit in a process of its own and shares nothing.
import argparse
import collections
import json
import os
import re
import shutil
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import measure


class App:
    """One application: its measurements, then its part of the report."""

    def __init__(self, options, name, directory, work):
        self.options = options
        self.work = os.path.join(work, name)
        self.database = os.path.join(self.work, "db")
        self.entries = measure.load(directory, options.units)
        self.sources = [measure.source(entry) for entry in self.entries]
        self.rows = []  # a dictionary a repetition: what → measure.Run
        self.clang = collections.defaultdict(list)  # by source: user seconds of each repetition
        self.ours = collections.defaultdict(list)
        self.result = {"app": name, "units": len(self.entries), "notes": []}
        measure.store(self.entries, self.database)

    def note(self, text):
        if text not in self.result["notes"]:
            self.result["notes"].append(text)

    def cache(self, name):
        return os.path.join(self.work, "cache-" + name)

    def check(self, cache, *more, jobs=1):
        command = [self.options.tool, "check", "-p", self.database, f"-j{jobs}", "--stats", f"--cache-dir={self.cache(cache)}", *more]
        done = measure.run(command, self.database, dict(os.environ, LC_ALL="C.UTF-8"), log=True)
        if done.code not in (0, 1, 3):
            sys.exit(f"{' '.join(command)}: exit code {done.code}\n{done.log}")
        if done.code == 3:
            self.note("some units could not be analyzed, or only in part (exit code 3)")
        return done

    def cold(self, cache, *more, jobs=1):
        shutil.rmtree(self.cache(cache), ignore_errors=True)
        return self.check(cache, *more, jobs=jobs)

    def repetition(self):
        row = {}
        runs = measure.run_clang(self.entries, self.options.clang)
        if failed := sum(r.code != 0 for r in runs):
            self.note(f"clang: {failed} units do not compile")
        for path, done in zip(self.sources, runs):
            self.clang[path].append(done.user)
        row["clang"] = runs[0]._replace(user=sum(r.user for r in runs), wall=sum(r.wall for r in runs), peak=max(r.peak for r in runs))
        trace = os.path.join(self.work, "trace.json")
        row["cold"] = self.cold("cold", f"--trace={trace}")
        for path, share in shares(trace, set(self.sources)).items():
            self.ours[path].append(share * row["cold"].user)
        row["warm"] = self.check("cold")
        middle = sorted(self.sources, key=lambda path: self.clang[path][-1])[len(self.sources) // 2]
        with measure.touched(middle):
            row["source"] = self.check("cold")
        self.check("cold")  # as it was
        if header := self.project_header():
            with measure.touched(header):
                row["header"] = self.check("cold")
            self.check("cold")
        if self.options.pch:
            row["plain"] = self.cold("plain", "--no-pch")
            self.compare_facts()
        row["two"] = self.cold("two", jobs=2)
        self.rows.append(row)
        self.result["touched source"] = {"file": middle, "share of clang": self.clang[middle][-1] / row["clang"].user,
                                         "share of cold": self.ours[middle][-1] / row["cold"].user if middle in self.ours else None}
        print(f"{self.result['app']}: " + ", ".join(f"{what} {run.user:.2f} s" for what, run in row.items()), file=sys.stderr)

    def project_header(self):
        """Of the headers that stand with the sources, the one with the median number of users; None: there is none."""
        root = os.path.commonpath(self.sources) if len(self.sources) > 1 else os.path.dirname(self.sources[0])
        if root.count("/") < 2:
            return None
        users = collections.Counter()
        for path in measure.entry_files(self.cache("cold")).values():
            users.update(set(os.path.normpath(read) for read in measure.read_entry(path)[0]))
        own = sorted((count, path) for path, count in users.items()
                     if path.startswith(root + "/") and path not in self.sources and count > 1 and os.access(path, os.W_OK))
        if not own:
            return None
        count, path = own[len(own) // 2]
        self.result["touched header"] = {"file": path, "users": count}
        return path

    def compare_facts(self):
        shared, plain = measure.entry_files(self.cache("cold")), measure.entry_files(self.cache("plain"))
        differ = [name for name in shared if name in plain and
                  measure.read_entry(shared[name])[1] != measure.read_entry(plain[name])[1]]
        both = shared.keys() & plain.keys()
        self.result["facts"] = {"compared": len(both), "equal": len(both) - len(differ), "only in one": len(shared.keys() ^ plain.keys())}
        if differ or len(shared.keys() ^ plain.keys()):
            self.note("facts differ with and without precompiled headers")

    def summarize(self):
        out, first = self.result, self.rows[0]
        for what in first:
            rows = [row for row in self.rows if what in row]
            ratios = [row[what].user / row["clang"].user for row in rows]
            out[what] = {"user": statistics.median(r[what].user for r in rows), "wall": statistics.median(r[what].wall for r in rows),
                         "ratio": statistics.median(ratios), "lowest": min(ratios), "highest": max(ratios)}
            if what != "clang":
                out[what].update(counts(rows[-1][what].log))
        out["wall of two workers"] = statistics.median(r["two"].wall / r["cold"].wall for r in self.rows)
        out["peak MB"] = {"clang": max(r["clang"].peak for r in self.rows), "check": max(r["cold"].peak for r in self.rows),
                          "worker": largest_worker(first["cold"].log)}
        out["first finding"] = {what: min((r[what].first for r in self.rows if r[what].first is not None), default=None)
                                for what in ("cold", "warm")}
        out["sharing"] = sharing(first["cold"].log)
        out["by unit"] = [{"unit": path, "clang": min(self.clang[path]), "ours": min(self.ours[path]) if path in self.ours else None}
                          for path in sorted(set(self.sources))]
        return out


def shares(trace, sources):
    """What part of the time of all spans of units a unit's span is."""
    with open(trace, encoding="utf-8") as file:
        events = json.load(file)["traceEvents"]
    began, spans = {}, collections.Counter()
    for event in events:
        if event["name"] in sources and event["ph"] == "b":
            began[event["name"], event["id"]] = event["ts"]
        elif event["name"] in sources and event["ph"] == "e":
            spans[event["name"]] += event["ts"] - began.pop((event["name"], event["id"]), event["ts"])
    total = sum(spans.values())
    return {path: span / total for path, span in spans.items()} if total else {}


def counts(log):
    found = re.search(r"units: \d+ \((\d+) from the cache, (\d+) parsed", log)
    return {"from the cache": int(found[1]), "parsed": int(found[2])} if found else {}


def largest_worker(log):
    found = re.search(r"largest worker (\d+) MB", log)
    return int(found[1]) if found else None


def sharing(log):
    """What --stats says of precompiled headers: its line, and why units fell back."""
    found = re.search(r"^shared headers: (.*)$", log, re.M)
    return {"summary": found[1] if found else "", "fell back": re.findall(r"^  (.*: not shared: .*)$", log, re.M),
            "not made": re.findall(r"^  not made for (.*)$", log, re.M)}


ROWS = [("clang", "clang -fsyntax-only"), ("cold", "check -j1, cold"), ("plain", "check -j1 --no-pch, cold"), ("two", "check -j2, cold"),
        ("warm", "nothing changed"), ("source", "one source touched"), ("header", "one header touched")]


def seconds(value):
    return "-" if value is None else f"{value:.2f} s"


def markdown(apps):
    lines = []
    for app in apps:
        lines += [f"## {app['app']}: {app['units']} units", "", "| | user CPU | of clang's | lowest-highest | wall | parsed |", "|---|---|---|---|---|---|"]
        for what, title in ROWS:
            if r := app.get(what):
                lines.append(f"| {title} | {r['user']:.2f} s | {r['ratio']:.3f} | {r['lowest']:.3f}-{r['highest']:.3f} | {r['wall']:.1f} s |"
                             f" {r.get('parsed', '')} |")
        peak, first = app["peak MB"], app["first finding"]
        lines += ["", f"- wall time of two workers against one: {app['wall of two workers']:.2f}",
                  f"- peak memory: clang's largest unit {peak['clang']:.0f} MB, the largest worker {peak['worker'] or '-'} MB, the whole check {peak['check']:.0f} MB",
                  f"- the first finding is out after {seconds(first['cold'])} cold, {seconds(first['warm'])} warm"]
        touched = app["touched source"]
        lines.append(f"- the touched source's own share: {touched['share of clang']:.3f} of clang's"
                     + (f", {touched['share of cold'] * app['cold']['ratio']:.3f} of clang's as check needs it" if touched["share of cold"] else ""))
        if header := app.get("touched header"):
            lines.append(f"- the touched header has {header['users']} users; {app['header'].get('parsed')} units were parsed again")
        if app["sharing"]["summary"]:
            lines.append(f"- precompiled headers: {app['sharing']['summary']}")
            lines += [f"  - {why}" for why in app["sharing"]["not made"] + app["sharing"]["fell back"]]
        if facts := app.get("facts"):
            lines.append(f"- facts with and without precompiled headers: {facts['equal']} of {facts['compared']} equal, {facts['only in one']} in one of the two only")
        lines += [f"- note: {note}" for note in app["notes"]]
        lines += ["", "| unit | clang | ours | ratio |", "|---|---|---|---|"]
        root = os.path.commonpath([u["unit"] for u in app["by unit"]]) if len(app["by unit"]) > 1 else ""
        for unit in app["by unit"]:
            ratio = f"{unit['ours'] / unit['clang']:.2f}" if unit["ours"] is not None and unit["clang"] else "-"
            lines.append(f"| {os.path.relpath(unit['unit'], root) if root else unit['unit']} | {unit['clang']:.3f} s | {seconds(unit['ours'])} | {ratio} |")
        lines.append("")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description="a check of real applications against the compiler's own parse")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--reps", type=int, default=3)
    parser.add_argument("--units", type=int, default=0, help="how many units an application, evenly over its database; 0: all")
    parser.add_argument("--clang", default=shutil.which("clang-22") or "clang")
    parser.add_argument("--markdown", help="the report goes here instead of standard output")
    parser.add_argument("--json", help="all numbers go here")
    parser.add_argument("apps", nargs="+", metavar="[NAME=]DIR")
    options = parser.parse_args()
    options.tool = os.path.abspath(options.tool)
    options.pch = "--no-pch" in measure.output([options.tool, "check", "--help"])
    results = []
    with tempfile.TemporaryDirectory(prefix="offmain-bench-") as work:
        for given in options.apps:
            name, _, directory = given.rpartition("=")
            directory = os.path.abspath(directory)
            app = App(options, name or os.path.basename(directory), directory, work)
            for _ in range(options.reps):
                app.repetition()
            results.append(app.summarize())
            if options.json:
                with open(options.json, "w", encoding="utf-8") as out:
                    json.dump(results, out, indent=1)
    text = markdown(results)
    if options.markdown:
        with open(options.markdown, "w", encoding="utf-8") as out:
            out.write(text)
    else:
        print(text)


if __name__ == "__main__":
    main()
