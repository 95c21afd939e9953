#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Time and memory of link + solve + checks on fake programs of growing size.

For each size it writes the program's facts once (offmain-synth), runs `offmain link` over them and prints user and
system time, wall time and peak memory, then what each size costs relative to the one before: with ten times the
program, up to twelve times the time is what docs promise. CPU time is what to compare; wall time depends on what else
the machine does.

  bench/synth/run.py --build=build                     1,000 and 10,000 units
  bench/synth/run.py --build=build --sizes=100000      needs about 9 GB of disk
  bench/synth/run.py --build=build --link-only         link's own share (offmain-link-bench)
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import measure


def generate(build, units, seed, directory):
    out = os.path.join(directory, f"units-{units}-seed-{seed}")
    done = os.path.join(out, "complete")
    if not os.path.exists(done):
        shutil.rmtree(out, ignore_errors=True)
        subprocess.run([os.path.join(build, "bin", "offmain-synth"), f"--units={units}", f"--seed={seed}",
                        f"--out={out}"], check=True, stdout=sys.stderr)
        open(done, "w", encoding="utf-8").close()
    return out


def command(args, facts):
    if args.link_only:
        return [os.path.join(args.build, "bin", "offmain-link-bench"), facts]
    tool = args.tool or os.path.join(args.build, "bin", "offmain")
    return [tool, "link", "--stats", "--fail-on=never", "--format=json", "-o", os.devnull, facts]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build", help="build directory")
    parser.add_argument("--tool", help="another offmain than the build directory's")
    parser.add_argument("--sizes", default="1000,10000", help="units, comma separated")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=1, help="runs a size; the fastest counts")
    parser.add_argument("--dir", help="keep the facts here (and use them again)")
    parser.add_argument("--link-only", action="store_true")
    parser.add_argument("--stats", action="store_true", help="show the tool's own statistics")
    parser.add_argument("--max-seconds", type=float, help="fail if the largest size needs more CPU time")
    parser.add_argument("--max-mb", type=float, help="fail if the largest size needs more memory")
    args = parser.parse_args()

    directory = args.dir or tempfile.mkdtemp(prefix="offmain-synth-")
    print(f"{'units':>8} {'user s':>8} {'sys s':>8} {'wall s':>8} {'peak MB':>8}   relative to the size before")
    before = None
    try:
        for units in sorted(int(size) for size in args.sizes.split(",")):
            facts = generate(args.build, units, args.seed, directory)
            runs = [measure.run(command(args, facts), log=True, one_core=True) for _ in range(args.repeat)]
            best = min(runs, key=lambda r: r.user + r.system)
            user, system, wall, peak = best.user, best.system, best.wall, best.peak
            if best.code != 0:
                sys.exit(f"{' '.join(command(args, facts))}: exit code {best.code}\n{best.log}")
            if args.stats:
                sys.stderr.write(best.log)
            ratio = ""
            if before:
                ratio = (f"{units / before[0]:.1f} x the units: {(user + system) / before[1]:.1f} x the CPU time, "
                         f"{peak / before[2]:.1f} x the memory")
            print(f"{units:8} {user:8.2f} {system:8.2f} {wall:8.2f} {peak:8.0f}   {ratio}", flush=True)
            before = (units, user + system, peak)
    finally:
        if not args.dir:
            shutil.rmtree(directory, ignore_errors=True)
    if args.max_seconds and before[1] > args.max_seconds:
        sys.exit(f"slower than promised: {before[1]:.1f} s of CPU time > {args.max_seconds}")
    if args.max_mb and before[2] > args.max_mb:
        sys.exit(f"larger than promised: {before[2]:.0f} MB > {args.max_mb}")


if __name__ == "__main__":
    main()
