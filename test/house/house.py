# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What the house tests share: the project's own files, and how a test ends.
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def files():
    """Paths, relative to the root, of everything that is or would be committed; from git, else from the tree."""
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
                            capture_output=True, text=True)
    if listed.returncode == 0:
        names = [n for n in listed.stdout.split("\0") if n]
    else:
        names = [os.path.relpath(os.path.join(base, n), ROOT) for base, dirs, found in os.walk(ROOT) for n in found]
        names = [n for n in names if not n.startswith(("build", ".git/"))]
    return sorted(set(n for n in names if os.path.isfile(os.path.join(ROOT, n))))


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", errors="replace") as file:
        return file.read()


def finish(problems, what):
    for problem in problems:
        print(problem)
    print(f"{what}: {len(problems)} problems")
    sys.exit(1 if problems else 0)
