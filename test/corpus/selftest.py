# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The corpus runner's own test: a stand-in for the tool "finds" a rule wherever a source line says FOUND(confidence): rule,
# and each small program says what the runner has to answer.
import os
import stat
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))

FAKE = r'''#!%s
import json, re, sys
db = json.load(open(sys.argv[sys.argv.index("-p") + 1] + "/compile_commands.json"))
low = "--confidence=low" in sys.argv
results = []
for entry in sorted(db, key=lambda e: e["file"]):
    for number, line in enumerate(open(entry["file"]), 1):
        for confidence, rule in re.findall(r"FOUND\((\w+)\): ([a-z-]+)", line):
            if confidence == "low" and not low:
                continue
            steps = [{"location": {"logicalLocations": [{"fullyQualifiedName": n}]}} for n in ("main", "A::run", "A::report")]
            results.append({"ruleId": rule, "level": "error", "message": {"text": "m"},
              "properties": {"confidence": confidence}, "codeFlows": [{"threadFlows": [{"locations": steps}]}],
              "locations": [{"physicalLocation": {"artifactLocation": {"uri": "file://" + entry["file"]},
                                                  "region": {"startLine": number}}}]})
if "-j1" in sys.argv and any("DIFFERS" in open(e["file"]).read() for e in db):
    results = []
print(json.dumps({"runs": [{"results": results}]}))
sys.exit(1 if results else 0)
''' % sys.executable

# name, source, verdict word in the output, text that must be in the output
CASES = [
    ("bad_found.c", "int a; // EXPECT: r-one // FOUND(high): r-one\n", "passed", ""),
    ("bad_next.c", "// EXPECT-NEXT: r-one\nint a; // FOUND(medium): r-one\n", "passed", ""),
    ("bad_two.c", "/* EXPECT: r-one, r-two */ // FOUND(high): r-one FOUND(high): r-two\n", "passed", ""),
    ("bad_missing.c", "int a; // EXPECT: r-one\n", "FAILED", "missing    r-one at bad_missing.c:1"),
    ("ok_silent.c", "int a;\n", "passed", ""),
    ("ok_noise.c", "int a; // FOUND(high): r-one\n", "FAILED", "unexpected r-one (high) at ok_noise.c:1"),
    ("bad_low.c", "int a; // EXPECT(low): r-one // FOUND(low): r-one\n", "passed", ""),
    ("ok_low_hidden.c", "int a; // FOUND(low): r-one\n", "passed", ""),
    ("bad_chain.c", "int a; // EXPECT: r-one // FOUND(high): r-one\n// CHAIN: main -> A::run -> report\n", "passed", ""),
    ("bad_chain_order.c", "int a; // EXPECT: r-one // FOUND(high): r-one\n// CHAIN: report -> run\n", "FAILED", "chain"),
    ("bad_chain_border.c", "int a; // EXPECT: r-one // FOUND(high): r-one\n// CHAIN: port\n", "FAILED", "chain"),
    ("fn_still.c", "int a; // EXPECT: r-one\n", "known wrong", ""),
    ("fn_fixed.c", "int a; // EXPECT: r-one // FOUND(high): r-one\n", "FAILED", "rename it to bad_fixed.c"),
    ("fp_fixed.c", "int a;\n", "FAILED", "rename it to ok_fixed.c"),
    ("ok_flags.c", "// FLAGS: nonsense\n", "FAILED", "unknown FLAGS"),
    ("ok_stray.c", "// EXPECT gtk\n", "FAILED", "looks like an expectation"),
    ("bad_differs.c", "int a; // EXPECT: r-one // FOUND(high): r-one DIFFERS\n", "FAILED", "--variant=j1 gives other bytes"),
    ("bad_program/a.c", "int a; // EXPECT: r-one // FOUND(high): r-one\n", "passed", ""),
    ("bad_program/b.c", "int b; // FOUND(high): r-two EXPECT: r-two\n", "", ""),
]


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as work:
        tool = os.path.join(work, "tool")
        with open(tool, "w", encoding="utf-8") as out:
            out.write(FAKE)
        os.chmod(tool, stat.S_IRWXU)
        suite = os.path.join(work, "suite")
        for name, source, _, _ in CASES:
            path = os.path.join(suite, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as out:
                out.write(source.replace("FOUND(high): r-two EXPECT", "FOUND(high): r-two // EXPECT"))
        for name, _, verdict, text in CASES:
            if not verdict:
                continue
            path = os.path.join(suite, name.split("/")[0])
            done = subprocess.run([sys.executable, "-B", os.path.join(HERE, "run.py"), f"--tool={tool}", "-v",
                                   "--variant=j1,shuffle", path], capture_output=True, text=True)
            lines = done.stdout.splitlines()
            good = any(line.startswith(verdict + ":") for line in lines) and text in done.stdout
            good = good and done.returncode == (1 if verdict == "FAILED" else 0)
            if not good:
                failures += 1
                print(f"{name}: wanted {verdict} {text!r}, got exit {done.returncode}:\n{done.stdout}{done.stderr}")
        done = subprocess.run([sys.executable, "-B", os.path.join(HERE, "run.py"), f"--tool={tool}", suite],
                              capture_output=True, text=True)
        expected = sum(1 for c in CASES if c[2])
        # Without variants bad_differs passes.
        wrong = sum(1 for c in CASES if c[2] == "FAILED") - 1
        summary = done.stdout.splitlines()[-1]
        if f"{wrong} tests failed out of {expected}" not in summary:
            failures += 1
            print(f"summary is '{summary}', wanted {wrong} of {expected}\n{done.stdout}")
    print(f"{failures} failures")
    return 1 if failures else 0


sys.exit(main())
