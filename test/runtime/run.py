# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Small programs under `offmain run`: what is reported is exactly what their comments say.
#
#   cases/<kit>-<name>.c|cpp|py     kit: gtk2 gtk3 gtk4 gtkmm3 qt5 qt6 pygtk3 pygtk4 pyqt5 pyqt6
#   EXPECT(rule function) way       on a line that is to be reported, and nothing else is; the function may be a glob. The way names
#                                   the line for matrix.txt; LEGAL way does so for a line that is right
#   RUN: …                          further options of offmain run; EXIT: n; STDERR: text it must say
#   ENV: NAME=value                 of the program's environment
#   FLAGS: …                        of the compiler; the program is built and run once for each such line
#
# GTK runs under an Xvfb of this script's own, Qt on its offscreen platform.
import argparse
import concurrent.futures
import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from display import Display, environment

HERE = Path(__file__).resolve().parent
PACKAGES = {"gtk2": "gtk+-2.0", "gtk3": "gtk+-3.0", "gtk4": "gtk4", "gtkmm3": "gtkmm-3.0", "qt5": "Qt5Widgets Qt5Network", "qt6": "Qt6Widgets Qt6Network"}
POINTERS_LOSE = 8  # of 51; 5 were lost when it was measured
CCACHE = ["ccache"] if shutil.which("ccache") else []
EXPECT = re.compile(r"EXPECT\(([a-z-]+) ([^)]+?)(?:\(\))?\)")
WAY = re.compile(r"(EXPECT\([^)]+\)|LEGAL) ([a-z-]+)$")


def directive(text, name):
    return [value.strip() for value in re.findall(rf"\b{name}: (.*?)(?:\*/)?$", text, re.M)]


def compile_case(case, flags, build):
    kit = case.name.split("-")[0]
    if case.suffix == ".py":
        return ["/usr/bin/python3", str(case)]
    output = build / re.sub(r"[^A-Za-z0-9]+", "-", case.name + flags)
    toolkit = subprocess.run(["pkg-config", "--cflags", "--libs", *PACKAGES[kit].split()], check=True, capture_output=True, text=True).stdout.split()
    compiler = [*CCACHE, "gcc"] if case.suffix == ".c" else [*CCACHE, "g++", "-std=c++17"]
    # Compiled apart, so that ccache knows it: what only the linker is told needs no other object.
    compiled = [flag for flag in flags.split() if not flag.startswith("-Wl,")]
    object_file = Path(f"{output}.o")
    subprocess.run([*compiler, "-g", "-O1", "-fPIC", "-w", "-c", str(case), "-o", str(object_file), *compiled, *toolkit], check=True)
    subprocess.run([compiler[-1] if case.suffix == ".c" else "g++", str(object_file), "-o", str(output), *flags.split(), *toolkit, "-pthread", "-ldl"], check=True)
    return [str(output)]


def expectations(text):
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        for rule, function in EXPECT.findall(line):
            found.add((number, rule, function))
    return found


def ways(text):
    """What matrix.txt calls the lines: way → (line, is it to be reported)."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := WAY.search(line):
            found[match[2]] = (number, match[1] != "LEGAL")
    return found


def link_name(flags):
    return {"-Wl,-z,lazy": "lazy", "-Wl,-z,now": "now", "-fno-plt": "no-plt"}.get(flags, "-")


def read_matrix():
    lines = [line for line in (HERE / "matrix.txt").read_text().splitlines() if line and not line.startswith("#")]
    return [tuple(line.split()) for line in lines]


def run_case(case, flags, tool, build, environment_for_all, more):
    """What is wrong with a program's reports ("" if nothing is), and which of its ways hold."""
    text = case.read_text()
    try:
        command = compile_case(case, flags, build)
    except subprocess.CalledProcessError as error:
        return f"{case.name}: does not compile: {error}", set()
    report = build / (Path(command[-1]).name + ".json")
    report.unlink(missing_ok=True)
    options = [*more, *" ".join(directive(text, "RUN")).split()]
    environment = {**environment_for_all, **dict(pair.split("=", 1) for pair in directive(text, "ENV"))}
    try:
        done = subprocess.run([tool, "run", "--format=jsonl", "-o", str(report), *options, "--", *command], env=environment,
                              capture_output=True, text=True, errors="replace", timeout=120, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return f"{case.name}: did not end within 120 s", set()
    wanted_exit = int((directive(text, "EXIT") or ["0"])[0])
    if done.returncode != wanted_exit:
        return f"{case.name}: ended with {done.returncode}, not {wanted_exit}\n{done.stdout}{done.stderr}", set()
    for wanted in directive(text, "STDERR"):
        if wanted not in done.stderr:
            return f"{case.name}: does not say '{wanted}'\n{done.stderr}", set()
    return judge(case, flags, text, [json.loads(line) for line in report.read_text().splitlines()], done.stderr)


def judge(case, flags, text, findings, said):
    here = [f for f in findings if Path(f["at"]["file"]).name == case.name]
    got = {(f["at"]["line"], f["rule"], f["callee"]) for f in here}
    wanted = expectations(text)
    match = lambda g, w: g[:2] == w[:2] and fnmatch.fnmatchcase(g[2], w[2])
    missing = [w for w in sorted(wanted) if not any(match(g, w) for g in got)]
    others = [f"  reported, not expected: line {g[0]}: {g[1]} {g[2]}" for g in sorted(got) if not any(match(g, w) for w in wanted)]
    others += [f"  reported elsewhere: {f['at']['file']}:{f['at']['line']}: {f['rule']} {f['callee']}" for f in findings if f not in here]
    # One report a line: a second one of another function would be somebody else's.
    others += [f"  reported more than once: line {n}" for n in {g[0] for g in got} if sum(g[0] == n for g in got) > sum(w[0] == n for w in wanted)]
    problems = [f"  not reported: line {w[0]}: {w[1]} {w[2]}" for w in missing] + others
    lost = {w[0] for w in missing}
    held = set() if others else {way for way, (line, _) in ways(text).items() if line not in lost}
    return f"{case.name} {flags}:\n" + "\n".join(problems) + f"\n{said}" if problems else "", held


def variants(case):
    return [(case, flags) for flags in directive(case.read_text(), "FLAGS") or [""]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--no-code-changes", action="store_true", help="hooks in pointers, which see less: most of the matrix has to hold, nothing else be told")
    parser.add_argument("cases", nargs="*", help="names (default: all)")
    arguments = parser.parse_args()
    build = Path(arguments.build)
    cases = sorted(p for p in (HERE / "cases").iterdir() if p.suffix in (".c", ".cpp", ".py"))
    if arguments.cases:
        cases = [c for c in cases if any(name in c.name for name in arguments.cases)]
    if arguments.no_code_changes:
        cases = [c for c in cases if any(row[0] == c.name for row in read_matrix())]
    if not cases:
        sys.exit("no case")
    programs = [v for c in cases for v in variants(c)]
    more = ["--no-code-changes"] if arguments.no_code_changes else []
    with Display() as display, concurrent.futures.ThreadPoolExecutor(4) as pool:
        everywhere = environment(display, build)
        outcomes = list(pool.map(lambda v: run_case(*v, arguments.tool, build, everywhere, more), programs))
    held = {(case.name, link_name(flags), way) for (case, flags), (_, ways_held) in zip(programs, outcomes) for way in ways_held}
    matrix = [row for row in read_matrix() if any(row[0] == c.name for c in cases)]
    lost = [f"matrix.txt: does not hold: {' '.join(row)}" for row in matrix if row not in held]
    problems = [problem for problem, _ in outcomes if problem]
    if not arguments.no_code_changes:
        problems += lost
    else:
        problems = [problem for problem in problems if "  reported" in problem or "  not reported" not in problem]
        problems += lost if len(lost) > POINTERS_LOSE else []
    for problem in problems:
        print(problem)
    reports = sum(len(expectations(c.read_text())) for c, _ in programs)
    legal = sum(not ways((HERE / "cases" / row[0]).read_text()).get(row[2], (0, True))[1] for row in matrix)
    print(f"matrix: {len(held & set(matrix))} of {len(matrix)} hold ({len(matrix) - legal} wrong, {legal} legal)")
    print(f"{len(programs)} programs, {reports} reports expected: {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
