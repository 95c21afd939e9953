# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A bundled example builds, runs, and gives exactly the findings that its sources announce:
#
#   gtk_label_set_text(label, text); // offmain: gtk-off-main-thread[, rule-id]
#
#   run.py --tool=build/bin/offmain --build=build/examples NAME
import argparse
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "test", "corpus"))
import sarif

MARK = re.compile(r"//\s*offmain:\s*([a-z0-9, -]+?)\s*$")


def marks(directory):
    """{(rule, file, line)} announced in the sources, as a list: two rules or calls a line are two."""
    found = []
    for name in sorted(os.listdir(directory)):
        if name.endswith((".c", ".h", ".cpp")):
            path = os.path.join(directory, name)
            for number, line in enumerate(open(path, encoding="utf-8"), 1):
                for match in MARK.finditer(line):
                    found += [(rule.strip(), path, number) for rule in match.group(1).split(",")]
    return found


def starts(name, build):
    """Runs the program for two seconds; returns what is wrong with that, or nothing."""
    command = [os.path.join(build, name, name), "--quit-after=2"]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", NO_AT_BRIDGE="1", GIO_USE_VFS="local",
                       GSETTINGS_BACKEND="memory")
    if not name.startswith("qt"):
        if not shutil.which("xvfb-run"):
            print("not started: there is no xvfb-run")
            return []
        command = ["xvfb-run", "-a", *command]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)
    return [f"{name} ended with {done.returncode}: {done.stderr[-600:]}"] if done.returncode else []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--no-run", action="store_true")
    parser.add_argument("name")
    options = parser.parse_args()
    if not os.access(options.tool, os.X_OK):
        print(f"{options.tool}: not built")
        return 77
    build = os.path.abspath(options.build)
    subprocess.run([sys.executable, "-B", os.path.join(ROOT, "scripts", "configure-examples.py"), "--build", build,
                    "--all", options.name], check=True)
    problems = [] if options.no_run else starts(options.name, build)

    database = os.path.join(build, options.name)
    done = subprocess.run([options.tool, "check", "-p", database, "--format=sarif"], capture_output=True)
    if done.returncode not in (0, 1):
        print(f"exit {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
        return 1
    text = done.stdout.decode("utf-8")
    problems += sarif.troubles(text)
    left = {}
    results = sarif.results(text, database)
    for result in results:
        left.setdefault((result.rule, result.file, result.line), []).append(result)
    announced = marks(os.path.join(ROOT, "examples", options.name))
    for mark in announced:
        if left.get(mark):
            left[mark].pop()
        else:
            problems.append(f"missing    {mark[0]} at {os.path.relpath(mark[1], ROOT)}:{mark[2]}")
    for (rule, file, line), rest in sorted(left.items()):
        problems += [f"unexpected {rule} ({r.confidence}) at {os.path.relpath(file, ROOT)}:{line}: {r.message}" for r in rest]
    print(f"{len(results)} findings, {len(announced)} announced, {len(problems)} problems")
    for problem in problems:
        print(f"    {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
