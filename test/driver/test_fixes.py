# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# --fix on the command line: what is printed and written, and that nothing is lost when something is in the way.
import json
import os
import re
import subprocess

import project
from project import Case

TOOLKIT = """
typedef int (*GSourceFunc)(void *data);
unsigned gdk_threads_add_idle(GSourceFunc function, void *data);
unsigned gdk_threads_add_timeout(unsigned interval, GSourceFunc function, void *data);
unsigned g_idle_add(GSourceFunc function, void *data);
void gtk_main(void);
"""
LOCK = """
#define NULL ((void *)0)
#define FALSE 0
typedef int gboolean;
typedef void *gpointer;
void gdk_threads_enter(void);
void gdk_threads_leave(void);
void gdk_threads_init(void);
void *g_thread_new(const char *name, void *(*function)(void *), void *data);
void gtk_main_quit(void);
unsigned sleep(unsigned seconds);
"""
IDLE = "  gdk_threads_add_idle(step, 0); /* {} */\n"
MAIN = '#include "toolkit.h"\nstatic int step(void *data) { return data != 0; }\nint main(void) {\n%s  gtk_main();\n  return 0;\n}\n'


class Fixes(Case):
    def setUp(self):
        super().setUp()
        self.project.write("system/toolkit.h", TOOLKIT)
        self.project.write("main.c", MAIN % (IDLE.format("one") + IDLE.format("two")))
        self.project.entries = [self.project.entry("main.c")]

    def text(self, name="main.c"):
        with open(self.project.path(name), encoding="utf-8", newline="") as file:
            return file.read()

    def test_dry_run_prints_a_diff_that_git_takes_and_writes_nothing(self):
        before = self.text()
        code, out, err = self.project.check("--fix-dry-run")
        self.assertEqual(code, 1, err)
        self.assertEqual(self.text(), before)
        self.assertIn("2 of 2 findings have a fix that was verified", err)
        subprocess.run(["git", "apply", "-p1"], cwd=self.project.dir, input=out.encode(), check=True)
        self.assertEqual(self.text(), before.replace("gdk_threads_add_idle", "g_idle_add"))

    def test_fix_writes_and_reports_what_is_left(self):
        before = self.text()
        code, out, err = self.project.check("--fix")
        self.assertEqual((code, out), (0, ""), err)
        self.assertEqual(self.text(), before.replace("gdk_threads_add_idle", "g_idle_add"))
        again = os.stat(self.project.path("main.c")).st_mtime_ns
        code, out, err = self.project.check("--fix")
        self.assertEqual((code, out), (0, ""), err)
        self.assertEqual(os.stat(self.project.path("main.c")).st_mtime_ns, again)

    def test_a_fix_that_would_not_compile_is_held_back_and_the_other_one_made(self):
        # This toolkit has no g_timeout_add().
        self.project.write("main.c", MAIN % (IDLE.format("one") + "  gdk_threads_add_timeout(5, step, 0);\n"))
        code, out, err = self.project.check("--fix")
        self.assertEqual(code, 1, err)
        self.assertIn("  g_idle_add(step, 0);", self.text())
        self.assertIn("  gdk_threads_add_timeout(5, step, 0);", self.text())
        self.assertRegex(err, r"main\.c:5: no fix for gdk-threads-deprecated: the edited source would not compile: .*g_timeout_add")
        self.assertIn("1 of 2 findings has a fix", err.replace("have", "has"))
        self.assertIn("main.c:5:", out)

    def test_only_findings_that_are_reported_are_fixed(self):
        self.project.write("main.c", MAIN % (IDLE.format("NOLINT") + IDLE.format("two")))
        code, _, err = self.project.check("--fix")
        self.assertEqual(code, 0, err)
        self.assertIn("gdk_threads_add_idle(step, 0); /* NOLINT */\n  g_idle_add(step, 0); /* two */", self.text())

    def test_one_of_two_equal_calls(self):
        # The one that stays takes over the number, and with it the fingerprint, of the one that goes.
        self.project.write("main.c", MAIN % (IDLE.format("one") + IDLE.format("NOLINT")))
        code, _, err = self.project.check("--fix")
        self.assertEqual(code, 0, err)
        self.assertIn("  g_idle_add(step, 0); /* one */\n  gdk_threads_add_idle(step, 0); /* NOLINT */", self.text())

    def lock(self, work):
        """A program that takes the lock on the main thread in one unit and does `work` under it in a thread in another."""
        self.project.write("system/toolkit.h", TOOLKIT + LOCK)
        self.project.write("main.c", '#include "toolkit.h"\nvoid *work(void *data);\nint main(void) {\n  gdk_threads_init();\n'
                           '  g_thread_new("work", work, 0);\n  gdk_threads_enter();\n  gtk_main();\n  gdk_threads_leave();\n'
                           '  return 0;\n}\n')
        self.project.write("work.c", '#include "toolkit.h"\nvoid *work(void *data) {\n  gdk_threads_enter();\n' + work +
                           '  gdk_threads_leave();\n  return data;\n}\n')
        self.project.entries = [self.project.entry("main.c"), self.project.entry("work.c")]

    def test_a_group_is_made_in_all_units(self):
        self.lock("  gtk_main_quit();\n")
        code, _, err = self.project.check("--fix", "--checks=gdk-threads-deprecated")
        self.assertEqual(code, 0, err)
        self.assertIn("5 of 5 findings have a fix", err)
        self.assertNotIn("gdk_threads", self.text() + self.text("work.c"))
        self.assertIn("g_idle_add(work_idle, ((void *)0))", self.text("work.c").replace("NULL", "((void *)0)"))

    def test_a_group_of_which_some_are_not_asked_for_is_left(self):
        self.lock("  gtk_main_quit();\n")
        before = self.text(), self.text("work.c")
        _, _, err = self.project.check("--fix", "--checks=gdk-threads-deprecated", "main.c")
        self.assertEqual((self.text(), self.text("work.c")), before)
        self.assertRegex(err, r"go together or not at all, and .*work.c:3 is not to be fixed")

    def test_a_list_of_checks_does_not_make_a_bad_fix_good(self):
        # What the thread did under the lock would block the main loop.
        self.lock("  sleep(2);\n  gtk_main_quit();\n")
        before = self.text(), self.text("work.c")
        for checks in ((), ("--checks=gdk-threads-deprecated",)):
            _, _, err = self.project.check("--fix", *checks)
            self.assertEqual((self.text(), self.text("work.c")), before)
            self.assertIn("a finding would come in its place: blocking-call-on-main at 'sleep'", err)
            self.assertIn("go together or not at all", err)

    def test_sources_reached_through_a_link(self):
        os.symlink(self.project.dir, os.path.join(self.project.root, "link"))
        for entry in self.project.entries:
            entry["directory"] = os.path.join(self.project.root, "link")
        code, _, err = self.project.check("--fix")
        self.assertEqual(code, 0, err)
        self.assertEqual(self.text().count("g_idle_add"), 2)

    def test_a_file_that_is_read_only_is_named(self):
        before = self.text()
        os.chmod(self.project.path("main.c"), 0o444)
        code, _, err = self.project.check("--fix")
        self.assertEqual(code, 1, err)
        self.assertIn("main.c was left as it is: it is read-only", err)
        self.assertEqual(self.text(), before)

    def test_a_new_error_among_many_old_ones_is_seen(self):
        old = "".join(f"missing{n} a{n};\n" for n in range(25))
        self.project.write("main.c", old + MAIN % "  gdk_threads_add_timeout(5, step, 0);\n")
        _, out, err = self.project.check("--fix-dry-run")
        self.assertEqual(out, "")
        self.assertIn("no fix for gdk-threads-deprecated: the edited source would not compile", err)

    def test_bytes_around_stay(self):
        body = (MAIN % IDLE.format("one")).replace("\n", "\r\n").encode()
        body = b"\xef\xbb\xbf" + body.replace(b"one", b"caf\xe9").rstrip(b"\r\n")
        self.project.write("main.c", body)
        code, _, err = self.project.check("--fix")
        self.assertEqual(code, 0, err)
        with open(self.project.path("main.c"), "rb") as file:
            self.assertEqual(file.read(), body.replace(b"gdk_threads_add_idle", b"g_idle_add"))

    def test_a_full_disk_loses_nothing(self):
        # The file-size limit makes the write fail in the middle, as a full disk does.
        before = self.text()
        self.project.database()
        command = f"ulimit -f 0; trap '' XFSZ; exec {' '.join(self.project.command('check', '--fix', '--no-cache'))}"
        done = subprocess.run(["bash", "-c", command], cwd=self.project.dir, env=self.project.environment(), capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=120)
        self.assertIn(b"main.c was left as it is", done.stderr)
        self.assertEqual(self.text(), before)
        self.assertEqual([n for n in os.listdir(self.project.dir) if n.startswith("main.c.")], [])

    def test_exported_fixes_name_the_file_and_the_places(self):
        path = self.project.path("fixes.yaml")
        code, out, err = self.project.check("--export-fixes=" + path)
        self.assertEqual(code, 1, err)
        self.assertIn("[gdk-threads-deprecated]", out)
        text = self.text("fixes.yaml")
        self.assertEqual(text.count("ReplacementText: g_idle_add"), 2, text)
        offsets = [int(n) for n in re.findall(r"Offset: +(\d+)", text)]
        self.assertEqual(offsets, [m.start() for m in re.finditer("gdk_threads_add_idle", self.text())])

    def test_sarif_carries_the_fixes_that_were_asked_for(self):
        self.project.write("main.c", MAIN % (IDLE.format("é") + "  /* é */ gdk_threads_add_timeout(5, step, 0);\n"))
        for wanted in ("--fix-dry-run", "--export-fixes=" + self.project.path("fixes.yaml")):
            code, out, err = self.project.check("--format=sarif", wanted)
            self.assertEqual(code, 1, err)
            log = json.loads(out)
            first, second = log["runs"][0]["results"]
            self.assertNotIn("fixes", second)  # this toolkit has no g_timeout_add()
            self.assertEqual(first["fixes"][0]["description"]["text"], "call g_idle_add()")
            change, = first["fixes"][0]["artifactChanges"]
            replacement, = change["replacements"]
            self.assertEqual(change["artifactLocation"]["uri"], "main.c")
            self.assertEqual(replacement["deletedRegion"], {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 23})
            self.assertEqual(replacement["insertedContent"]["text"], "g_idle_add")
            checker = project.sarif_checker()
            if checker:
                self.assertEqual([f"{e.json_path}: {e.message}" for e in checker.iter_errors(log)], [])
        self.assertNotIn('"fixes"', self.project.check("--format=sarif")[1])

    def test_only_the_units_concerned_are_parsed_again(self):
        for n in range(6):
            self.project.write(f"other{n}.c", f"int other{n}(void) {{ return {n}; }}\n")
            self.project.entries.append(self.project.entry(f"other{n}.c"))
        self.project.check()
        trace = self.project.path("trace.json")
        code, _, err = self.project.check("--fix-dry-run", "--trace=" + trace)
        self.assertEqual(code, 1, err)
        self.assertNotIn("other", self.text("trace.json"))


if __name__ == "__main__":
    project.main()
