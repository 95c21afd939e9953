# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A test program's expectations, read from its comments, and the comparison with what the tool found.
#
#   // EXPECT: rule-id[, rule-id]        a finding of the rule on this line
#   // EXPECT-NEXT: rule-id              ... on the next line (also several lines up: consecutive EXPECT-NEXT comments stack)
#   // EXPECT(low): rule-id              ... that has exactly this confidence (low|medium|high)
#   // CHAIN: f -> g -> h                the witness of one finding passes through functions whose names end so, in this
#                                        order; on a line with EXPECT: of that finding
# and in any of its files' first ten lines
#   // FLAGS: gtk3       // STD: c++20       // CONFIDENCE: low       // CHECKS: gtk-*       // DEFINES: -DX -Iinc
#
# Comparison is exact: nothing missing, nothing more. A program named fn_* or fp_* holds what is ideal and is expected to
# differ from it; once it does not, the test fails and asks to be renamed.
import dataclasses
import os
import re

SOURCES = (".c", ".cpp", ".cc", ".cxx")
HEADERS = (".h", ".hpp", ".hh", ".hxx", ".inc", ".moc")
KNOWN_WRONG = re.compile(r"^f[np]_")
NAMED = re.compile(r"^(bad|ok|fp_|fn_)")

_EXPECT = re.compile(r"(?://|/\*)\s*EXPECT(-NEXT)?(?:\((low|medium|high)\))?:\s*([a-z0-9, -]+?)\s*(?:\*/|//|$)")
_CHAIN = re.compile(r"(?://|/\*)\s*CHAIN:\s*(.+?)\s*(?:\*/|$)")
_DIRECTIVE = re.compile(r"(?://|/\*)\s*(FLAGS|STD|CONFIDENCE|CHECKS|DEFINES):\s*(.+?)\s*(?:\*/|$)")
_STRAY = re.compile(r"\bEXPECT(?:-NEXT)?\b(?!\()|\bEXPECTED\b")


@dataclasses.dataclass(frozen=True, order=True)
class Expected:
    file: str
    line: int
    rule: str
    confidence: str = ""  # "": visible by default (medium or high)


@dataclasses.dataclass
class Program:
    """One test: a single file, or a directory with several sources."""
    name: str
    path: str
    units: list
    files: list
    flags: str = "plain"
    std: str = ""
    confidence: str = ""
    checks: str = ""
    defines: tuple = ()
    expected: list = dataclasses.field(default_factory=list)
    chains: list = dataclasses.field(default_factory=list)  # (file, line of its EXPECT or 0, [names])
    problems: list = dataclasses.field(default_factory=list)

    @property
    def known_wrong(self):
        return bool(KNOWN_WRONG.match(os.path.basename(self.path)))


def _read_file(program, file):
    pending = []
    with open(file, encoding="utf-8", errors="surrogateescape") as source:
        lines = source.read().split("\n")
    for number, line in enumerate(lines, 1):
        next_only = False
        on_line = False
        for match in _EXPECT.finditer(line):
            rules = [r.strip() for r in match.group(3).split(",") if r.strip()]
            confidence = match.group(2) or ""
            if match.group(1):
                pending += [(r, confidence) for r in rules]
                next_only = True
            else:
                on_line = True
                program.expected += [Expected(file, number, r, confidence) for r in rules]
        if pending and not next_only:
            on_line = True
            program.expected += [Expected(file, number, r, c) for r, c in pending]
            pending = []
        for match in _CHAIN.finditer(line):
            names = [n.strip() for n in match.group(1).split("->")]
            program.chains.append((file, number if on_line else 0, names))
        if _STRAY.search(line) and not _EXPECT.search(line):
            program.problems.append(f"{file}:{number}: looks like an expectation but is not one: {line.strip()}")
        if number <= 10:
            for key, value in _DIRECTIVE.findall(line):
                if key == "DEFINES":
                    program.defines = tuple(value.split())
                else:
                    setattr(program, key.lower(), value)
    if pending:
        program.problems.append(f"{file}: EXPECT-NEXT on the last line")


def read(path, root):
    """The program at `path`; its name is relative to `root`."""
    path = os.path.abspath(path)
    if os.path.isdir(path):
        files = sorted(os.path.join(base, f) for base, dirs, names in os.walk(path) for f in names)
    else:
        files = [path]
    units = [f for f in files if f.endswith(SOURCES)]
    program = Program(name=os.path.relpath(path, root), path=path, units=units,
                      files=[f for f in files if f.endswith(SOURCES + HEADERS)])
    for file in program.files:
        _read_file(program, file)
    if any(e.confidence == "low" for e in program.expected):
        program.confidence = "low"
    return program


def _has_sources(path):
    return any(f.endswith(SOURCES) for base, dirs, names in os.walk(path) for f in names)


def discover(path, files_only=False):
    """Paths of the programs under `path`. A directory is a program when its own name says bad/ok/fp_/fn_ or none of
    its entries' does; otherwise it is a suite of programs."""
    path = os.path.abspath(path)
    if os.path.isfile(path):
        return [path] if path.endswith(SOURCES) else []
    entries = sorted(os.listdir(path))
    if files_only:
        return [os.path.join(path, e) for e in entries if e.endswith(SOURCES)]
    if NAMED.match(os.path.basename(path)):
        return [path] if _has_sources(path) else []
    children = [os.path.join(path, e) for e in entries]
    directories = [c for c in children if os.path.isdir(c) and _has_sources(c)]
    sources = [c for c in children if c.endswith(SOURCES) and os.path.isfile(c)]
    if sources and not any(NAMED.match(os.path.basename(c)) for c in sources + directories):
        return [path]
    found = list(sources)
    for directory in directories:
        found += discover(directory)
    return sorted(found)


def _names_match(names, functions):
    """True when `functions` holds, in order, names that end with each of `names` at an identifier's border."""
    rest = iter(functions)
    for name in names:
        for function in rest:
            if function == name or (function.endswith(name) and not re.match(r"\w", function[-len(name) - 1])):
                break
        else:
            return False
    return True


def compare(program, results):
    """Differences between a program's expectations and the tool's results, one line each; empty when equal."""
    differences = []
    left = list(results)

    def take(expected):
        for result in left:
            if (result.rule, result.file, result.line) != (expected.rule, expected.file, expected.line):
                continue
            if expected.confidence and result.confidence != expected.confidence:
                continue
            if not expected.confidence and result.confidence == "low":
                continue
            left.remove(result)
            return True
        return False

    def place(file, line):
        return f"{os.path.relpath(file, os.path.dirname(program.path))}:{line}"

    for expected in sorted(program.expected, key=lambda e: (not e.confidence, e)):
        if not take(expected):
            kind = f"({expected.confidence})" if expected.confidence else ""
            differences.append(f"missing    {expected.rule}{kind} at {place(expected.file, expected.line)}")
    for result in sorted(left, key=lambda r: (r.file, r.line, r.rule)):
        differences.append(f"unexpected {result.rule} ({result.confidence}) at {place(result.file, result.line)}: "
                           f"{result.message.splitlines()[0] if result.message else ''}")
    for file, line, names in program.chains:
        candidates = [r for r in results if not line or (r.file, r.line) == (file, line)]
        if candidates and not any(_names_match(names, r.functions) for r in candidates):
            seen = " | ".join(" -> ".join(r.functions) for r in candidates)
            differences.append(f"chain      {' -> '.join(names)} is not in a witness{f' of line {line}' if line else ''}; "
                               f"seen: {seen}")
    return differences
