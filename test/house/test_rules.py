# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Rule ↔ page ↔ tests ↔ source, both ways: a rule in checks/Rules.def has checks/<Name>.cpp, docs/rules/<id>.md with all
# sections, and test/checks/<id>/ with at least one bad_ and one ok_ test; and none of these exists without its rule. Rule
# ids named in expectations, examples and the README exist.
import os
import re

from house import ROOT, files, finish, read

RULE = re.compile(r'^OFFMAIN_RULE\(\s*(\w+),\s*"([a-z0-9-]+)",\s*(Note|Warning|Error),\s*"([^"]+)"\)', re.M)
SECTIONS = ("What is reported", "Why", "Bad", "Good", "What is assumed", "What it cannot see", "Suppression")
EXPECT = re.compile(r"(?://|/\*)\s*(?:EXPECT(?:-NEXT)?(?:\(\w+\))?|offmain):\s*([a-z0-9, -]+?)\s*(?:\*/|//|$)", re.M)
# Files of checks/ that are no rule: what several rules share.
SHARED = re.compile(r"^checks/(Checks|Common|Messages|Pages|Rules|Shared|Support|Witness|Report|Util\w*|\w+Common)\.(cpp|h|def|cmake|in)$")


def main():
    problems = []
    rules = {match.group(2): match.group(1) for match in RULE.finditer(read("checks/Rules.def"))}
    summaries = {match.group(2): match.group(4) for match in RULE.finditer(read("checks/Rules.def"))}
    if read("checks/Rules.def").count("OFFMAIN_RULE(") - len(rules) > 1:
        problems.append("checks/Rules.def: a line that the test does not understand")
    names = files()
    pages = {n[len("docs/rules/"):-3] for n in names if re.fullmatch(r"docs/rules/[^/]+\.md", n)} - {"README", "index"}
    tests = {n.split("/")[2] for n in names if n.startswith("test/checks/") and n.count("/") >= 3}
    sources = {n for n in names if re.fullmatch(r"checks/\w+\.cpp", n)}

    for rule, name in sorted(rules.items()):
        if f"checks/{name}.cpp" not in sources:
            problems.append(f"{rule}: checks/{name}.cpp is missing")
        if rule not in pages:
            problems.append(f"{rule}: docs/rules/{rule}.md is missing")
        else:
            page = read(f"docs/rules/{rule}.md")
            if f"# {rule}\n" not in page:
                problems.append(f"docs/rules/{rule}.md: its title is not the rule")
            problems += [f"docs/rules/{rule}.md: section '{s}' is missing" for s in SECTIONS if f"\n## {s}\n" not in page]
        here = [n.split("/")[3] for n in names if n.startswith(f"test/checks/{rule}/")]
        for kind in ("bad", "ok"):
            if not any(n.startswith(kind) for n in here):
                problems.append(f"{rule}: test/checks/{rule}/ has no {kind} test")
        if summaries[rule].endswith("."):
            problems.append(f"{rule}: a summary has no final period")
    problems += [f"docs/rules/{page}.md: no such rule" for page in sorted(pages - set(rules))]
    problems += [f"test/checks/{test}/: no such rule" for test in sorted(tests - set(rules))]
    known = {f"checks/{name}.cpp" for name in rules.values()}
    for source in sorted(sources - known):
        if not SHARED.match(source) and re.search(r"^void check\w+\(const Program", read(source), re.M):
            problems.append(f"{source}: defines a check that Rules.def does not list")

    for name in names:
        if name.startswith(("test/checks/", "test/bugs/", "test/legit/", "examples/")) and name.endswith((".c", ".cpp", ".h")):
            for match in EXPECT.finditer(read(name)):
                for rule in match.group(1).split(","):
                    if rule.strip() and rule.strip() not in rules:
                        problems.append(f"{name}: expects '{rule.strip()}', which is no rule")
    readme = read("README.md")
    problems += [f"README.md: does not link the page of {rule}" for rule in rules if f"docs/rules/{rule}.md" not in readme]
    if not rules:
        problems.append(f"no rules read from {os.path.join(ROOT, 'checks/Rules.def')}")
    finish(problems, f"{len(rules)} rules, {len(pages)} pages, {len(tests)} test folders")


main()
