# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# `offmain run` as a launcher: what it passes through, what it refuses, and what it says.
import json
import os
import stat
import subprocess
import unittest
from pathlib import Path

import programs


class Launch(programs.ProgramTest):
    def test_exit_status_is_kept(self):
        done = self.offmain("--", self.wrong)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("[qt-off-main-thread]", done.stderr)
        self.assertIn("1 report", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_exit_code_for_ci(self):
        self.assertEqual(self.offmain("--exit-code=42", "--", self.wrong).returncode, 42)
        self.assertEqual(self.offmain("--exit-code=42", "--fail-on=never", "--", self.wrong).returncode, 5)

    def test_sarif(self):
        out = self.work / "run.sarif"
        self.offmain("--format=sarif", "-o", str(out), "--", self.wrong)
        results = json.loads(out.read_text())["runs"][0]["results"]
        self.assertEqual([r["ruleId"] for r in results], ["qt-off-main-thread"])
        self.assertTrue(results[0]["partialFingerprints"])

    def test_libraries_that_are_opened_late_are_told(self):
        program = self.compile("late.c", """
#include <dlfcn.h>
int main(int argc, char **argv) {
  void *gdk = dlopen("libgdk-3.so.0", RTLD_NOW | RTLD_GLOBAL);
  ((int (*)(int *, char ***)) dlsym(gdk, "gdk_init_check"))(&argc, &argv);
  return !dlopen("libgtk-3.so.0", RTLD_NOW);
}
""", "", "-ldl")
        self.assertIn("functions of 2 libraries watched", self.offmain("--", program).stderr)

    def test_check_confirms(self):
        out = self.work / "confirm.sarif"
        self.offmain("--format=sarif", "-o", str(out), "--", self.wrong)
        flags = [flag for flag in programs.pkg_config("Qt5Widgets") if flag.startswith(("-I", "-D"))]
        database = self.work / "compile_commands.json"
        database.write_text(json.dumps([{"directory": str(self.work), "file": "wrong.cpp",
                                         "arguments": ["c++", "-fPIC", *flags, "-c", "wrong.cpp"]}]))
        done = subprocess.run([programs.TOOL, "check", "-p", str(self.work), "--no-cache", f"--confirm={out}", "--format=json"],
                              capture_output=True, text=True, timeout=120)
        findings = json.loads(done.stdout)["findings"]
        self.assertEqual([(f["at"]["line"], f["callee"], f["origin"]) for f in findings if f["rule"] == "qt-off-main-thread"],
                         [(6, "QLabel::setText", "both")], done.stderr)

    def test_suppressions(self):
        file = self.work / "s.txt"
        for line in ("function:QLabel::set*", "frame:Worker::run", "library:wrong", "file:*/wrong.cpp", "rule:qt-*  # all of them"):
            file.write_text("# comment\n" + line + "\n")
            done = self.offmain("--suppressions", str(file), "--exit-code=42", "--", self.wrong)
            self.assertEqual(done.returncode, 5, line + done.stderr)
            self.assertIn("1 suppressed", done.stderr)
        file.write_text("\nfunktion:QLabel\n")
        done = self.offmain("--suppressions", str(file), "--", self.wrong)
        self.assertEqual(done.returncode, 2)
        self.assertIn("s.txt:2", done.stderr)

    def test_abort_ends_at_the_first_report_that_is_not_suppressed(self):
        done = self.offmain("--abort", "--", self.wrong)
        self.assertEqual(done.returncode, 128 + 6, done.stderr)
        file = self.work / "all.txt"
        file.write_text("rule:*\n")
        self.assertEqual(self.offmain("--abort", "--suppressions", str(file), "--", self.wrong).returncode, 5)

    def test_children_are_not_followed_unless_asked(self):
        done = self.offmain("--", self.wrong, "child")
        self.assertNotIn("LD_AUDIT", done.stdout)
        self.assertNotIn("OFFMAIN_RT", done.stdout)
        self.assertIn("LD_AUDIT", self.offmain("--follow-children", "--", self.wrong, "child").stdout)

    def test_a_preload_of_somebody_else_stays(self):
        other = self.work / "other.so"
        (self.work / "other.c").write_text("#include <stdio.h>\n__attribute__((constructor)) static void here(void) { fputs(\"other is here\\n\", stderr); }\n")
        subprocess.run(["gcc", "-shared", "-fPIC", "-o", str(other), str(self.work / "other.c")], check=True)
        done = self.offmain("--", self.wrong, "child", environment={"LD_PRELOAD": str(other)})
        self.assertIn("other is here", done.stderr)
        self.assertIn(f"LD_PRELOAD={other}", done.stdout)
        self.assertIn("1 report", done.stderr)

    def test_a_script_is_followed_to_its_program(self):
        script = self.work / "start.sh"
        script.write_text(f"#!/bin/sh\nexec {self.wrong}\n")
        script.chmod(0o755)
        self.assertIn("1 report", self.offmain("--", str(script)).stderr)

    def test_a_missing_program(self):
        done = self.offmain("--", "no-such-program-here")
        self.assertEqual(done.returncode, 127)
        self.assertIn("cannot find the program 'no-such-program-here'", done.stderr)

    def test_a_static_program(self):
        program = self.compile("static.c", "int main(void) { return 3; }", "", "-static")
        done = self.offmain("--", program)
        self.assertEqual(done.returncode, 3)
        self.assertIn("statically linked", done.stderr)

    def test_a_set_user_id_program(self):
        if os.geteuid() != 0:
            self.skipTest("needs to make a file of another user")
        program = Path(self.compile("suid.c", "int main(void) { return 4; }"))
        os.chown(program, 65534, 65534)
        program.chmod(0o4755 | stat.S_ISUID)
        done = self.offmain("--", str(program))
        self.assertEqual(done.returncode, 4)
        self.assertIn("another user's rights", done.stderr)

    def test_a_program_without_gui(self):
        done = self.offmain("--", "/bin/sh", "-c", "exit 7")
        self.assertEqual(done.returncode, 7)
        self.assertIn("none of the toolkits", done.stderr)

    def test_a_program_that_is_killed(self):
        done = self.offmain("--", "/bin/sh", "-c", "kill -SEGV $$")
        self.assertEqual(done.returncode, 128 + 11)
        self.assertIn("signal 11", done.stderr)

    def test_bad_usage(self):
        for arguments in ([], ["--format=xml", "--", "true"], ["--abort", "--trap", "--", "true"], ["--fail-on=often", "--", "true"]):
            self.assertEqual(self.offmain(*arguments).returncode, 2, arguments)


if __name__ == "__main__":
    programs.main()
