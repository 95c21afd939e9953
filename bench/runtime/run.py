#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the runtime checker costs the program that runs under it.

Builds gtk3.c and qt5.cpp, runs each way of use with and without `offmain run`, alternating, and prints the medians of what the
programs measured of their own CPU time, the median of the pairs' differences (or ratios), and what docs/runtime.md promises. A first
run that is not counted makes the plans of the hooks. What the launcher itself uses, beside the program, is told at the end.

  bench/runtime/run.py --tool=build/bin/offmain --work=build/bench-runtime [--pairs=31] [start churn ...]
"""
import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "test" / "runtime"))
from display import Display, environment

PROGRAMS = {"gtk3": ("gtk3.c", "gtk+-3.0"), "qt5": ("qt5.cpp", "Qt5Widgets")}
# way: (times as many pairs, what is compared, {program: promise})
WAYS = {"calls": (1, "difference", {"gtk3": 0.9, "qt5": 0.9}, "ns"),
        "start": (1.5, "difference", {"gtk3": 15, "qt5": 20}, "ms"),
        "churn": (2, "ratio", {"gtk3": 1.05, "qt5": 1.05}, "ms"),
        "idle": (0.5, "difference", {"gtk3": 0.5, "qt5": 0.5}, "ms")}
# Compared with the thread its object lives in: told, not promised.
WITHOUT_PROMISE = {"QTimer::stop"}


def build(work, name):
    source, package = PROGRAMS[name]
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", package], check=True, capture_output=True, text=True).stdout.split()
    compiler = ["gcc"] if source.endswith(".c") else ["g++", "-std=c++17"]
    subprocess.run([*compiler, "-O2", "-fPIC", str(HERE / source), "-o", str(work / name), *flags], check=True)
    return str(work / name)


def measure(command, env):
    """What the program printed, and the CPU time in ms of all processes that it took to run it."""
    before = os.times()
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)
    after = os.times()
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    # Stalls may be reported where the machine is busy.
    if "--" in command and (": error: " in done.stderr or "functions of " not in done.stderr):
        sys.exit(f"{' '.join(command)}: not what is to be measured\n{done.stderr}")
    values = {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return values, cpu * 1e3


def compare(with_, without, kind):
    pairs = list(zip(with_, without))
    return statistics.median(a - b for a, b in pairs) if kind == "difference" else statistics.median(a / b for a, b in pairs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--pairs", type=int, default=31)
    parser.add_argument("ways", nargs="*", help="of " + ", ".join(WAYS))
    arguments = parser.parse_args()
    work = Path(arguments.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    kept, launcher = True, []
    with Display() as display:
        env = environment(display, work / "home")
        print(f"{'':32}{'without':>12}{'with':>12}{'':>12}  promised")
        for name in PROGRAMS:
            program = build(work, name)
            checked = [os.path.abspath(arguments.tool), "run", "--", program]
            measure([*checked, "start"], env)
            for way in arguments.ways or WAYS:
                share, kind, promises, unit = WAYS[way]
                with_, without = {}, {}
                for pair in range(max(3, round(arguments.pairs * share))):
                    # Which comes first alternates as well: what the machine does otherwise drifts.
                    for is_checked in ((True, False), (False, True))[pair % 2]:
                        values, cpu = measure([*(checked if is_checked else [program]), way], env)
                        for key, value in values.items():
                            (with_ if is_checked else without).setdefault(key, []).append(value)
                        if is_checked and way == "start":
                            launcher.append(cpu - values["start"])
                for key in without:
                    result = compare(with_[key], without[key], kind)
                    promise = None if key in WITHOUT_PROMISE else promises[name]
                    good = promise is None or result <= promise
                    kept &= good
                    shown = f"{result:+10.2f} {unit}" if kind == "difference" else f"{result:11.3f} x"
                    promised = "-" if promise is None else f"<= {promise} {unit if kind == 'difference' else 'x'}{'' if good else '  NOT KEPT'}"
                    print(f"{name + ' ' + (key if key == way else way + ' ' + key):32}{statistics.median(without[key]):9.2f} {unit}"
                          f"{statistics.median(with_[key]):9.2f} {unit}{shown}  {promised}", flush=True)
    if launcher:
        print(f"beside the program, offmain run itself takes {statistics.median(launcher):.0f} ms of CPU")
    sys.exit(0 if kept else 1)


main()
