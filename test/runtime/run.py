# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Small programs under `offmain run`: what is reported is exactly what their comments say.
#
#   cases/<kit>-<name>.c|cpp|py     kit: gtk3 gtk4 gtkmm3 qt5 qt6 pygtk3 pygtk4 pyqt5 pyqt6
#   EXPECT(rule function)           on a line that is to be reported, and nothing else is; the function may be a glob
#   RUN: …                          further options of offmain run; EXIT: n; STDERR: text it must say
#   FLAGS: …                        of the compiler; the program is built and run once for each such line
#
# GTK runs under an Xvfb of this script's own, Qt on its offscreen platform.
import argparse
import concurrent.futures
import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = {"gtk3": "gtk+-3.0", "gtk4": "gtk4", "gtkmm3": "gtkmm-3.0", "qt5": "Qt5Widgets Qt5Network", "qt6": "Qt6Widgets Qt6Network"}
EXPECT = re.compile(r"EXPECT\(([a-z-]+) ([^)]+?)(?:\(\))?\)")


def directive(text, name):
    return [value.strip() for value in re.findall(rf"\b{name}: (.*?)(?:\*/)?$", text, re.M)]


def compile_case(case, flags, build):
    kit = case.name.split("-")[0]
    if case.suffix == ".py":
        return ["/usr/bin/python3", str(case)]
    output = build / re.sub(r"[^A-Za-z0-9]+", "-", case.name + flags)
    toolkit = subprocess.run(["pkg-config", "--cflags", "--libs", *PACKAGES[kit].split()], check=True, capture_output=True, text=True).stdout.split()
    compiler = ["gcc"] if case.suffix == ".c" else ["g++", "-std=c++17"]
    subprocess.run([*compiler, "-g", "-O1", "-fPIC", "-w", str(case), "-o", str(output), *flags.split(), *toolkit, "-pthread", "-ldl"], check=True)
    return [str(output)]


def expectations(text):
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        for rule, function in EXPECT.findall(line):
            found.add((number, rule, function))
    return found


def run_case(case, flags, tool, build, display):
    text = case.read_text()
    try:
        command = compile_case(case, flags, build)
    except subprocess.CalledProcessError as error:
        return f"{case.name}: does not compile: {error}"
    report = build / (Path(command[-1]).name + ".json")
    report.unlink(missing_ok=True)
    options = " ".join(directive(text, "RUN")).split()
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "offscreen", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1",
                   "GTK_A11Y": "none", "XDG_RUNTIME_DIR": str(build), "XDG_CACHE_HOME": str(build / "cache"), "GSETTINGS_BACKEND": "memory"}
    try:
        done = subprocess.run([tool, "run", "--format=jsonl", "-o", str(report), *options, "--", *command], env=environment,
                              capture_output=True, text=True, errors="replace", timeout=120, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return f"{case.name}: did not end within 120 s"
    wanted_exit = int((directive(text, "EXIT") or ["0"])[0])
    if done.returncode != wanted_exit:
        return f"{case.name}: ended with {done.returncode}, not {wanted_exit}\n{done.stdout}{done.stderr}"
    for wanted in directive(text, "STDERR"):
        if wanted not in done.stderr:
            return f"{case.name}: does not say '{wanted}'\n{done.stderr}"
    findings = [json.loads(line) for line in report.read_text().splitlines()]
    here = [f for f in findings if Path(f["at"]["file"]).name == case.name]
    got = {(f["at"]["line"], f["rule"], f["callee"]) for f in here}
    elsewhere = [f for f in findings if f not in here]
    wanted = expectations(text)
    match = lambda g, w: g[:2] == w[:2] and fnmatch.fnmatchcase(g[2], w[2])
    problems = [f"  not reported: line {w[0]}: {w[1]} {w[2]}" for w in sorted(wanted) if not any(match(g, w) for g in got)]
    problems += [f"  reported, not expected: line {g[0]}: {g[1]} {g[2]}" for g in sorted(got) if not any(match(g, w) for w in wanted)]
    problems += [f"  reported elsewhere: {f['at']['file']}:{f['at']['line']}: {f['rule']} {f['callee']}" for f in elsewhere]
    return f"{case.name} {flags}:\n" + "\n".join(problems) + f"\n{done.stderr}" if problems else ""


def variants(case):
    return [(case, flags) for flags in directive(case.read_text(), "FLAGS") or [""]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("cases", nargs="*", help="names (default: all)")
    arguments = parser.parse_args()
    build = Path(arguments.build)
    build.mkdir(parents=True, exist_ok=True)
    build.chmod(0o700)  # it is the programs' XDG_RUNTIME_DIR as well
    cases = sorted(p for p in (HERE / "cases").iterdir() if p.suffix in (".c", ".cpp", ".py"))
    if arguments.cases:
        cases = [c for c in cases if any(name in c.name for name in arguments.cases)]
    if not cases:
        sys.exit("no case")
    programs = [v for c in cases for v in variants(c)]
    with tempfile.TemporaryFile() as noise:
        read_end, write_end = os.pipe()
        xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
                                pass_fds=[write_end], stdout=noise, stderr=noise)
        os.close(write_end)
        display = ":" + os.read(read_end, 16).decode().strip()
        try:
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                problems = [p for p in pool.map(lambda v: run_case(*v, arguments.tool, build, display), programs) if p]
        finally:
            xvfb.terminate()
            xvfb.wait()
    for problem in problems:
        print(problem)
    reports = sum(len(expectations(c.read_text())) for c, _ in programs)
    print(f"{len(programs)} programs, {reports} reports expected: {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
