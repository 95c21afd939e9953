# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The corpus runner: small programs with expectations in their comments (see expectations.py) against the tool.
#
#   run.py --tool=build/bin/offmain [options] PATH...        PATH: a program, or a directory of programs
#
# One process of the tool a program, against the real toolkit headers. Runs share a cache directory, so a second run of
# the corpus parses nothing. With --variant the output must also be byte for byte the same another way:
#   j1       no cache, -j1             shuffle  units in another order
#   warm     once more from the cache  text     through the text form of facts
# --merged does so for all programs of equal flags put together as one program: fewer processes and harder questions
# (many definitions of one name, many mains). Rejected: one process for all programs at all times; tests would see each other.
#
# Exit: 0 all as expected, 1 not, 2 bad usage, 77 the tool is not built.
import argparse
import concurrent.futures
import json
import os
import random
import subprocess
import sys
import tempfile
import time

import expectations
import flags
import sarif

VARIANTS = ("j1", "shuffle", "warm", "text")


class Run:
    """What all programs of this process share."""

    def __init__(self, options):
        self.tool = os.path.abspath(options.tool)
        self.cache = os.path.abspath(options.cache) if options.cache else ""
        self.timeout = options.timeout
        self.extra = options.arg or []
        self.verbose = options.verbose


def database(programs, directory, order=0):
    """Writes the compile database of the programs' units; `order` seeds a shuffle."""
    entries = []
    for program in programs:
        for unit in program.units:
            arguments = flags.command(unit, program.flags, program.std, program.defines)
            entries.append({"directory": os.path.dirname(unit), "file": unit, "arguments": arguments})
    if order:
        random.Random(order).shuffle(entries)
    with open(os.path.join(directory, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(entries, out, indent=1)


def invoke(run, programs, directory, confidence="", checks="", variant="", order=0):
    """(exit code, SARIF text, stderr) of one `offmain check`."""
    database(programs, directory, order)
    command = [run.tool, "check", "-p", directory, "--format=sarif", *run.extra]
    if confidence:
        command.append(f"--confidence={confidence}")
    if checks:
        command.append(f"--checks={checks}")
    if variant == "j1":
        command += ["-j1", "--no-cache"]
    elif variant == "text":
        command += ["--facts-form=text"]
    # From the program's own directory: a .offmain.yaml beside its sources counts, as it does for a user.
    path = programs[0].path
    here = path if os.path.isdir(path) and len(programs) == 1 else os.path.dirname(path)
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    if run.cache:
        environment["XDG_CACHE_HOME"] = run.cache
    limit = run.timeout + 10 * sum(len(program.units) for program in programs) # many units on a busy machine
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, env=environment, cwd=here)
    except subprocess.TimeoutExpired:
        return -1, b"", f"no answer within {limit} s"
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def first_difference(a, b):
    left, right = a.decode("utf-8", "replace").splitlines(), b.decode("utf-8", "replace").splitlines()
    for number, (x, y) in enumerate(zip(left, right), 1):
        if x != y:
            return f"line {number}: {x.strip()[:200]!r} != {y.strip()[:200]!r}"
    return f"{len(left)} lines != {len(right)} lines"


def check_variants(run, programs, directory, variants, confidence, checks, reference):
    problems = []
    for variant in variants:
        order = 7 if variant == "shuffle" else 0
        code, out, err = invoke(run, programs, directory, confidence, checks, variant, order)
        if out != reference:
            problems.append(f"--variant={variant} gives other bytes (exit {code}): {first_difference(reference, out)}"
                            + (f"\n    {err.strip()}" if not out else ""))
    return problems


def run_program(run, path, root, variants):
    """(name, "passed"|"known wrong"|"failed", [lines])"""
    program = expectations.read(path, root)
    if program.problems:
        return program.name, "failed", program.problems
    if not program.units:
        return program.name, "failed", ["no sources"]
    try:
        flags.pkg_config(program.flags)
    except LookupError as missing:
        return program.name, "failed", [str(missing)]
    with tempfile.TemporaryDirectory(prefix="offmain-corpus-") as directory:
        code, out, err = invoke(run, [program], directory, program.confidence, program.checks)
        if code not in (0, 1):
            return program.name, "failed", [f"exit code {code}", *err.strip().splitlines()[-12:]]
        differences = check_variants(run, [program], directory, variants, program.confidence, program.checks, out)
    try:
        results = sarif.results(out.decode("utf-8"), os.path.dirname(program.path))
    except (ValueError, UnicodeDecodeError) as bad:
        return program.name, "failed", [f"output is not SARIF: {bad}", *err.strip().splitlines()[-12:]]
    differences += expectations.compare(program, results)
    differences += [f"trouble    {text}" for text in sarif.troubles(out.decode("utf-8"))]
    if not differences and (code == 1) != any(r.level in ("warning", "error") for r in results):
        differences.append(f"exit code {code} does not fit {len(results)} findings")
    if program.known_wrong:
        if differences:
            return program.name, "known wrong", differences
        better = expectations.KNOWN_WRONG.sub("bad_" if program.expected else "ok_", os.path.basename(program.path))
        return program.name, "failed", [f"is right now: rename it to {better}"]
    return program.name, "failed" if differences else "passed", differences


def run_merged(run, paths, root, variants):
    groups = {}
    for path in paths:
        program = expectations.read(path, root)
        groups.setdefault(program.flags, []).append(program)
    for name, programs in sorted(groups.items()):
        with tempfile.TemporaryDirectory(prefix="offmain-corpus-") as directory:
            label = f"{name}: {sum(len(p.units) for p in programs)} units merged"
            code, out, err = invoke(run, programs, directory, "low")
            if code not in (0, 1):
                yield label, "failed", [f"exit code {code}", *err.strip().splitlines()[-12:]]
                continue
            problems = check_variants(run, programs, directory, variants, "low", "", out)
        yield label, "failed" if problems else "passed", problems


def parse(argv):
    parser = argparse.ArgumentParser(description="runs test programs against their expectations")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--cache", default="", help="cache directory shared by the runs (default: the user's)")
    parser.add_argument("--variant", default="", help=f"comma separated: {', '.join(VARIANTS)}")
    parser.add_argument("--merged", action="store_true", help="only compare variants, all programs as one")
    parser.add_argument("--shard", default="1/1", metavar="I/N")
    parser.add_argument("--files-only", action="store_true", help="only the files directly in PATH")
    parser.add_argument("--filter", default="", help="only programs whose name contains this")
    parser.add_argument("-j", type=int, default=1, dest="jobs")
    parser.add_argument("--timeout", type=int, default=180, help="seconds a program, and ten more a unit")
    parser.add_argument("--arg", action="append", help="further argument of the tool, may be repeated")
    parser.add_argument("-v", "--verbose", action="store_true", help="also list what passed")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args(argv)
    options.variants = [v for v in options.variant.split(",") if v]
    for variant in options.variants:
        if variant not in VARIANTS:
            parser.error(f"unknown variant '{variant}'")
    return options


def selected(options):
    index, count = (int(n) for n in options.shard.split("/"))
    paths = [p for path in options.paths for p in expectations.discover(path, options.files_only)]
    paths = [p for p in paths if options.filter in p]
    return paths[index - 1::count]


def main(argv):
    options = parse(argv)
    if not os.access(options.tool, os.X_OK):
        print(f"{options.tool}: not built")
        return 77
    run = Run(options)
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    paths = selected(options)
    start = time.monotonic()
    tally = {"passed": 0, "known wrong": 0, "failed": 0}

    def show(name, verdict, lines):
        tally[verdict] += 1
        if verdict == "passed" and not options.verbose:
            return
        print(f"{verdict.upper() if verdict == 'failed' else verdict}: {name}")
        if verdict == "failed" or options.verbose:
            for line in lines:
                print(f"    {line}")

    if options.merged:
        for outcome in run_merged(run, paths, root, options.variants or list(VARIANTS)):
            show(*outcome)
    else:
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for outcome in pool.map(lambda p: run_program(run, p, root, options.variants), paths):
                show(*outcome)
    total = sum(tally.values())
    percent = 100 if not total else round(100 * (total - tally["failed"]) / total)
    print(f"\n{percent}% tests passed, {tally['failed']} tests failed out of {total} "
          f"({tally['known wrong']} known wrong), {time.monotonic() - start:.1f} s")
    return 1 if tally["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
