# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The toolkits' own examples, program by program, against accepted.txt: every finding in them has been read and is listed there with
# its reason; any other is a failure, and so is an accepted one that no longer comes.
#
#   run.py --tool=build/bin/offmain --work=build/toolkit-examples [--kit=qt5|gtk3|gtkmm3]... [--new] [--filter=TEXT]
#
# A line of accepted.txt:   rule <tab> kit/path <tab> the source line <tab> reason
# The source line stands in for a line number: it survives another version of the package. --new prints lines for what is
# not accepted yet, with "?" for the reason.
import argparse
import concurrent.futures
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "test", "corpus"))
import sarif

KITS = ("qt5", "gtk3", "gtkmm3")


def accepted():
    """{(rule, path, line text): reason}"""
    entries = {}
    with open(os.path.join(HERE, "accepted.txt"), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                parts = line.rstrip("\n").split("\t")
                if len(parts) != 4 or not parts[3] or parts[3] == "?":
                    sys.exit(f"accepted.txt:{number}: want rule, path, source line and reason, with tabs between")
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
                yield kit, name, directory


def source_line(result):
    try:
        with open(result.file, encoding="utf-8", errors="replace") as file:
            return " ".join(file.read().split("\n")[result.line - 1].split())
    except (OSError, IndexError):
        return ""


def analyze(tool, work, program):
    kit, name, directory = program
    environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_CACHE_HOME=os.path.join(work, "cache"))
    done = subprocess.run([tool, "check", "-p", directory, "--format=sarif", "-j1"], capture_output=True,
                          env=environment, cwd=directory)
    if done.returncode not in (0, 1):
        return program, [], [f"{kit}/{name}: exit {done.returncode}: " + done.stderr.decode("utf-8", "replace").strip()[-400:]]
    text = done.stdout.decode("utf-8")
    return program, sarif.results(text, directory), [f"{kit}/{name}: {t}" for t in sarif.troubles(text)]


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
    chosen = [p for p in programs(work, kits) if options.filter in f"{p[0]}/{p[1]}"]
    problems, new, seen, findings = [], [], set(), 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for program, results, troubles in pool.map(lambda p: analyze(tool, work, p), chosen):
            problems += troubles
            shown = len(problems) - len(troubles)
            for result in results:
                findings += 1
                path = os.path.relpath(result.file, os.path.join(work, program[0], "src"))
                key = (result.rule, f"{program[0]}/{path}", source_line(result))
                seen.add(key)
                if key not in known:
                    new.append(key)
                    problems.append(f"not accepted: {result.rule} ({result.level}, {result.confidence}) {key[1]}:{result.line}: "
                                    f"{result.message}\n        {key[2]}")
            # At once: a run of many minutes that is ended shows what it had.
            for problem in problems[shown:]:
                print(problem, flush=True)
    if not options.filter:
        gone = [f"accepted, but not found any more: {' '.join(key)}" for key in sorted(known)
                     if key not in seen and key[1].split("/")[0] in kits]
        print("\n".join(gone)) if gone else None
        problems += gone
    if options.new:
        for key in sorted(set(new)):
            print("\t".join([*key, "?"]))
    print(f"{len(chosen)} programs, {findings} findings, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
