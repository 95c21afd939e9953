# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The plain facts of the house: an SPDX line at the top of every source, no long files (a warning), no notes to self, no paths of
# a machine, links in the documentation that lead somewhere.
import os
import re

from house import ROOT, files, finish, read

SPDX = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
SOURCES = (".h", ".cpp", ".c", ".py", ".cmake", ".def", ".fbs", ".md", ".yaml", ".in")
# Not ours to put a line into: data, and formats without comments.
WITHOUT = re.compile(r"(\.json|\.jsonl|\.txt|\.svg|\.png|\.ui|\.qrc|/inputs?/.*|/Inputs/.*|LICENSE|\.sarif|\.omfacts|\.dict)$|^fuzz/corpus/|^\.")
MACHINE = re.compile(r"(?<![\w.-])/(?:root|home/(?!user\b|me\b|alice\b|\.\.\.)[a-z]\w*|work|tmp/\w+)/[\w.-]+")
NOTES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
LIMIT = 500
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchors_ok(name, target):
    path = os.path.normpath(os.path.join(ROOT, os.path.dirname(name), target.split("#")[0]))
    return os.path.exists(path)


def main():
    problems, warnings = [], []
    names = files()
    for name in names:
        base = os.path.basename(name)
        binary = base.endswith((".png", ".omfacts", ".bin", ".gz"))
        if binary or os.path.getsize(os.path.join(ROOT, name)) > 8_000_000:
            continue
        text = read(name)
        has_line = base.endswith(SOURCES) or base in ("CMakeLists.txt", "dev", "meson.build", "run")
        if has_line and not WITHOUT.search(name) and SPDX not in "\n".join(text.split("\n", 5)[:5]):
            # Test inputs may be anything; programs of the corpus say it like every other source.
            if not name.startswith(("test/driver/", "test/phases/")):
                problems.append(f"{name}: no SPDX line at the top")
        lines = text.count("\n")
        code = base.endswith((".h", ".cpp", ".c", ".py"))
        if code and not name.startswith("test/") and "generated" not in name and lines > LIMIT:
            warnings.append(f"warning: {name} has {lines} lines; two jobs in one file?")
        if name == "test/house/test_files.py":
            continue
        if code or base.endswith((".md", ".cmake", ".yaml", ".fbs", ".def", ".txt")):
            for number, line in enumerate(text.split("\n"), 1):
                if MACHINE.search(line) and not name.startswith(("test/driver/", "test/unit/", "fuzz/")):
                    problems.append(f"{name}:{number}: a path of a machine: {MACHINE.search(line).group(0)}")
                if code and NOTES.search(line):
                    problems.append(f"{name}:{number}: a note to self belongs in docs/limits.md: {line.strip()[:80]}")
        if base.endswith(".md"):
            for target in LINK.findall(text):
                if "://" not in target and not target.startswith("#") and not anchors_ok(name, target):
                    problems.append(f"{name}: link to nowhere: {target}")
    for warning in warnings:
        print(warning)
    finish(problems, f"{len(names)} files")


main()
