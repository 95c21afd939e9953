# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Includes follow the pipeline. ARROWS is the one place that says what a folder may include; any other include of one
# folder by another fails here. Also: clang headers only in extract/ (and fix/), and no cycles in the table itself.
import re

from house import files, finish, read

ARROWS = {
    "facts": [],
    "models": [],
    "findings": [],
    "extract": ["facts"],
    "cache": ["facts"],
    "link": ["facts"],
    "solve": ["link", "models", "findings"],
    "checks": ["solve", "findings"],
    "emit": ["findings", "checks"],  # the rule table: ids, summaries and pages are printed
    "fix": ["findings", "extract"],  # the same parse
    "driver": ["extract", "cache", "link", "solve", "checks", "findings", "emit", "fix", "models", "facts"],
    "runtime": ["models", "findings"],
    "lsp": ["driver"],
    "tool": ["driver", "runtime"],
}
# What a folder may include it may also name the parts of: solve hands out ValueId, which is link's.
TRANSITIVE = True
CLANG = {"extract", "fix"}
# What goes into the checked program sees nothing but itself and the runtime's own headers, not even LLVM.
INJECTED = ("runtime/audit/", "runtime/reporter/", "runtime/lib/")

INCLUDE = re.compile(r'^\s*#\s*include\s+"([a-z]+)/[^"]+"', re.M)
CLANG_INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]clang/', re.M)
INCLUDE_ANGLE = re.compile(r'^\s*#\s*include\s+<(facts|models|findings|extract|cache|link|solve|checks|emit|fix|driver|runtime|tool)/', re.M)


def closure(folder, seen=()):
    if folder in seen:
        raise SystemExit(f"cycle in ARROWS: {' -> '.join([*seen, folder])}")
    reach = set()
    for below in ARROWS[folder]:
        reach |= {below} | (closure(below, (*seen, folder)) if TRANSITIVE else set())
    return reach


def main():
    problems = []
    counted = 0
    allowed = {folder: closure(folder) | {folder} for folder in ARROWS}
    for name in files():
        folder = name.split("/")[0]
        if folder not in ARROWS or not name.endswith((".h", ".cpp", ".inc", ".def", ".in")):
            continue
        text = read(name)
        counted += 1
        for match in INCLUDE.finditer(text):
            other = match.group(1)
            if other in ARROWS and other not in allowed[folder]:
                line = text.count("\n", 0, match.start(1)) + 1
                problems.append(f"{name}:{line}: {folder}/ may not include {other}/ (allowed: {', '.join(sorted(allowed[folder]))})")
        if name.startswith(INJECTED):
            for match in re.finditer(r'^\s*#\s*include\s+"((?!runtime/)[^"]+)"', text, re.M):
                problems.append(f"{name}: {match.group(1)} may not go into the checked program")
        for match in INCLUDE_ANGLE.finditer(text):
            problems.append(f"{name}: include of the project's own header in <>")
        if folder not in CLANG and CLANG_INCLUDE.search(text):
            problems.append(f"{name}: only {' and '.join(sorted(CLANG))} may include clang")
    if counted == 0:
        problems.append("no source seen: the test does not look where the sources are")
    finish(problems, f"include directions of {counted} files")


main()
