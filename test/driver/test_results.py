# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Results: the same bytes whatever the way, valid SARIF, stable fingerprints, suppression, baselines, files.
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import unittest

import project
from project import Case

FORMATS = ("text", "sarif", "json", "gitlab", "github", "html")


def many(target, count=12):
    """More units, so that order and parallelism have something to disturb."""
    for n in range(count):
        target.write(f"more{n}.c", f"""#include "toolkit.h"
#include "label.h"
static void show(const char *text) {{ gtk_label_set_text(label, text); }}
static void *run{n}(void *data) {{ show("a"); show("b"); return data; }}
void start{n}(thread_t *t) {{ pthread_create(t, 0, run{n}, 0); }}
""")
        target.entries.append(target.entry(f"more{n}.c"))
    target.write("bad.c", "int f( {\n")
    target.entries.append(target.entry("bad.c"))


class Identity(Case):
    def test_same_bytes_whatever_the_way(self):
        many(self.project)
        for form in FORMATS:
            def run(*arguments):
                code, out, err = self.project.check("--format=" + form, *arguments)
                self.assertEqual(code, 1, err)
                return out, re.sub(r"cache: .*\n", "", err)

            first = run("-j1", "--no-cache")
            for arguments in (("-j1",), ("-j2",), ("-j5", "--no-cache"), (), ("--facts-form=text",)):
                self.assertEqual(run(*arguments), first, (form, arguments))
            for seed in range(3):
                random.Random(seed).shuffle(self.project.entries)
                self.assertEqual(run("--no-cache"), first)
                self.assertEqual(run(), first)

    def test_prints_too(self):
        many(self.project)
        for what in ("facts", "program", "contexts", "findings"):
            first = self.project.check("--print=" + what, "-j1", "--no-cache")[1]
            self.assertNotEqual(first, "")
            random.Random(4).shuffle(self.project.entries)
            self.assertEqual(self.project.check("--print=" + what)[1], first)
            self.assertEqual(self.project.check("--print=" + what, "--facts-form=text")[1], first)

    def test_the_two_halves_give_what_check_gives(self):
        expected = self.project.check()[1]
        os.makedirs(self.project.path("facts"))
        self.project.database()
        for name in ("main.c", "work.c"):
            code, out, err = self.project.run("extract", "-o", f"facts/{name}.omfacts", "--depfile", f"facts/{name}.d", name)
            self.assertEqual(code, 0, err)
        self.assertIn("label.h", open(self.project.path("facts/work.c.d")).read())
        self.assertNotIn("label.h", open(self.project.path("facts/main.c.d")).read())
        for names in (["facts"], ["facts/work.c.omfacts", "facts/main.c.omfacts"], ["@list"]):
            self.project.write("list", "facts/main.c.omfacts facts/work.c.omfacts")
            code, out, err = self.project.run("link", *names)
            self.assertEqual((code, out), (1, expected), err)
        code, out, err = self.project.run("extract", "-o", "facts/again", "--", "cc", "-isystem", "system", "-c", "work.c")
        self.assertEqual(open(self.project.path("facts/again"), "rb").read(),
                         open(self.project.path("facts/work.c.omfacts"), "rb").read())

    def test_link_refuses_bad_facts(self):
        self.project.write("x.omfacts", os.urandom(5000))
        code, out, err = self.project.run("link", "x.omfacts")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("x.omfacts", err)
        for names in ([], ["nowhere"], ["system"], ["@nowhere"]):
            code, out, err = self.project.run("link", *names)
            self.assertEqual((code, out), (2, ""), err)


class Sarif(Case):
    def load(self, *arguments):
        code, out, err = self.project.check("--format=sarif", *arguments)
        return json.loads(out)

    def test_validates_against_the_official_schema(self):
        checker = project.sarif_checker()
        if not checker:
            self.skipTest("python3-jsonschema or the schema cannot be had")
        many(self.project)
        self.project.entries.append(self.project.entry("gone ü.c"))
        for log in (self.load(), self.load("--checks=qt-*"), self.load("--confidence=low", "--fail-on=never")):
            self.assertEqual([f"{e.json_path}: {e.message}" for e in checker.iter_errors(log)], [])

    def test_incomplete_units_are_notifications(self):
        many(self.project)
        run = self.load()["runs"][0]
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.assertEqual(len(run["invocations"][0]["toolExecutionNotifications"]), 1)

    def test_fingerprints_survive_ten_blank_lines(self):
        def prints(log):
            return sorted(r["partialFingerprints"]["offmain/v1"] for r in log["runs"][0]["results"])

        many(self.project)
        before = prints(self.load())
        self.assertEqual(len(before), len(set(before)))
        for name in [e["file"] for e in self.project.entries]:
            text = open(self.project.path(name)).read()
            self.project.write(name, "\n" * 10 + text)
        self.project.write("label.h", "\n" * 10 + project.LABEL)
        self.assertEqual(prints(self.load()), before)


class Choice(Case):
    def test_exit_codes(self):
        self.assertEqual(self.project.check()[0], 1)
        self.assertEqual(self.project.check("--fail-on=never")[0], 0)
        self.assertEqual(self.project.check("--checks=qt-*")[0], 0)
        self.assertEqual(self.project.check("--checks=none")[0], 2)
        self.assertEqual(self.project.check("--frobnicate")[0], 2)
        self.assertEqual(self.project.check("--format=pdf")[0], 2)
        self.assertEqual(self.project.check("-j0")[0], 2)
        self.assertEqual(self.project.check("nowhere.c")[0], 2)
        self.assertEqual(self.project.run("frobnicate")[0], 2)
        self.assertEqual(self.project.run()[0], 2)

    def test_files(self):
        code, out, err = self.project.check("main.c")
        self.assertEqual((code, out), (0, ""), err)
        code, out, err = self.project.check("work.c")
        self.assertEqual(code, 1)
        self.assertFinds(out)
        code, out, err = self.project.check(os.path.join("system", "..", "work.c"), "-p", self.project.dir)
        self.assertEqual(code, 1)

    def test_suppression(self):
        line = '  gtk_label_set_text(label, "done");'
        for text in (line + " // NOLINT", line + " /* NOLINT(gtk-off-main-thread) */", "// NOLINTNEXTLINE(gtk-*)\n" + line,
                     "// NOLINTBEGIN\n" + line + "\n// NOLINTEND"):
            self.project.write("work.c", project.WORK.replace(line, text))
            code, out, err = self.project.check("--stats")
            self.assertEqual((code, out), (0, ""), text)
            self.assertIn("1 suppressed", err)
            self.assertNotIn("unused", err)
        self.project.write("work.c", project.WORK.replace(line, line + " // NOLINT(bugprone-x)"))
        self.assertEqual(self.project.check()[0], 1)
        self.project.write("label.h", project.LABEL + "// NOLINT(gtk-off-main-thread)\n")
        self.assertIn("label.h:2:4: note: unused NOLINT(gtk-off-main-thread)", self.project.check("--stats")[2])
        self.assertNotIn("unused", self.project.check()[2])

    def test_baseline(self):
        self.assertEqual(self.project.check("--write-baseline=known.json")[0], 1)
        code, out, err = self.project.check("--baseline=known.json")
        self.assertEqual((code, out), (0, ""), err)
        many(self.project, 1)
        code, out, err = self.project.check("--baseline=known.json")
        self.assertEqual(code, 1)
        self.assertNotIn("work.c:4", out)
        self.project.write("known.json", "rubbish")
        self.assertEqual(self.project.check("--baseline=known.json")[0], 2)
        self.assertEqual(self.project.check("--baseline=nowhere.json")[0], 2)

    def report_of_run(self, *calls):
        """A SARIF file as `offmain run` writes it, of (file, line, callee)."""
        results = [{"ruleId": "gtk-off-main-thread", "level": "error", "message": {"text": f"{callee}() is called on thread 't'"},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": name, "uriBaseId": "SRCROOT"},
                                                        "region": {"startLine": line}}}],
                    "partialFingerprints": {"offmain/v1": f"{line:016x}"},
                    "properties": {"callee": callee, "origin": "run", "observed": {"count": 7, "threads": 1, "thread": "t"}}}
                   for name, line, callee in calls]
        return json.dumps({"version": "2.1.0", "runs": [{
            "tool": {"driver": {"name": "offmain"}}, "properties": {"origin": "run", "version": 1}, "results": results,
            "originalUriBaseIds": {"SRCROOT": {"uri": "file://" + self.project.dir + "/"}}}]})

    def test_confirm(self):
        self.project.write("run.sarif", self.report_of_run(("work.c", 4, "gtk_label_set_text"), ("main.c", 6, "gtk_window_present")))
        code, out, err = self.project.check("--confirm=run.sarif")
        self.assertEqual(code, 1, err)
        self.assertFinds(out, 2)
        self.assertIn("work.c:4:3: error: gtk_label_set_text() is called on a worker thread", out)
        self.assertIn("note: confirmed by a run: 7 calls on thread 't'", out)
        self.assertIn("main.c:6: error: gtk_window_present() is called on thread 't'", out)
        self.assertIn("note: seen in a run: 7 calls on thread 't'", out)
        self.assertIn("2 findings (2 errors), 1 confirmed by a run, 1 seen by a run only", err)
        results = json.loads(self.project.check("--confirm=run.sarif", "--format=sarif")[1])["runs"][0]["results"]
        self.assertEqual([r["properties"]["origin"] for r in results], ["run", "both"])
        # What filters findings filters these as well.
        for option in ("--checks=qt-*", "--fail-on=never"):
            self.assertEqual(self.project.check("--confirm=run.sarif", option)[0], 0)
        self.assertFinds(self.project.check("--confirm=run.sarif", "work.c")[1], 1)
        self.project.write("main.c", project.MAIN.replace("gtk_main();", "gtk_main(); // NOLINT"))
        self.assertFinds(self.project.check("--confirm=run.sarif")[1], 1)
        self.project.write("main.c", project.MAIN)
        self.project.check("--confirm=run.sarif", "--write-baseline=known.json")
        self.assertEqual(self.project.check("--confirm=run.sarif", "--baseline=known.json")[:2], (0, ""))

    def test_confirm_by_several_runs(self):
        self.project.write("a.sarif", self.report_of_run(("work.c", 4, "gtk_label_set_text")))
        code, out, err = self.project.check("--confirm=a.sarif", "--confirm=a.sarif")
        self.assertIn("note: confirmed by a run: 14 calls on thread 't'", out)

    def test_confirm_by_what_is_no_run(self):
        self.project.write("check.sarif", self.project.check("--format=sarif")[1])
        self.project.write("rubbish", b"\xff[[")
        for name, why in (("check.sarif", "is not a report that 'offmain run --format=sarif' wrote"), ("rubbish", "rubbish"),
                          ("nowhere.sarif", "cannot read 'nowhere.sarif'"), ("system", "cannot read 'system'")):
            code, out, err = self.project.check("--confirm=" + name)
            self.assertEqual((code, out), (2, ""), name)
            self.assertIn(why, err)

    def test_changed_since(self):
        def git(*arguments):
            subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t", *arguments], cwd=self.project.dir, check=True,
                           capture_output=True)

        git("init", "-q")
        git("add", "main.c", "work.c", "label.h", "system")
        git("commit", "-q", "-m", "x")
        code, out, err = self.project.check("--changed-since=HEAD")
        self.assertEqual((code, out), (0, ""), err)
        self.project.write("work.c", "\n" + project.WORK)
        self.assertEqual(self.project.check("--changed-since=HEAD")[0], 1)
        code, out, err = self.project.check("--changed-since=nonsense")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("git: ", err)
        self.assertEqual(self.project.check("--changed-since=--output=/tmp/x")[0], 2)

    def test_configuration(self):
        self.project.write(".offmain.yaml", "checks: [qt-*]\n")
        self.assertEqual(self.project.check()[0], 0)
        self.assertEqual(self.project.check("--checks=gtk-*")[0], 1)
        self.project.write(".offmain.yaml", "fail-on: never\nexclude: [wo*.c]\n")
        code, out, err = self.project.check()
        self.assertEqual((code, out), (0, ""))
        self.project.write(".offmain.yaml", "jobs: 1\nchekcs: []\n")
        code, out, err = self.project.check()
        self.assertEqual(code, 2)
        self.assertIn(".offmain.yaml:2: unknown key 'chekcs'", err)
        self.project.write(".offmain.yaml", "# mine\nmodels:\n  functions:\n    - name: f\n      frobs: 1\n")
        code, out, err = self.project.check()
        self.assertEqual(code, 2)
        self.assertIn(".offmain.yaml:5: ", err)

    def test_own_models_act_at_once(self):
        self.project.write("work.c", "void paint(void);\nvoid *worker(void *data) { paint(); return data; }\n")
        self.assertEqual(self.project.check()[0], 0)
        self.project.write(".offmain.yaml", "models:\n  functions:\n    - name: paint\n      runs-on: main\n      toolkit: gtk\n")
        code, out, err = self.project.check("--stats")
        self.assertEqual(code, 1, err)
        self.assertIn("0 parsed", err)


class Output(Case):
    def test_to_a_file_whole_or_not_at_all(self):
        code, out, err = self.project.check("-o", "out.txt")
        self.assertEqual((code, out), (1, ""), err)
        self.assertFinds(open(self.project.path("out.txt")).read())
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(os.stat(self.project.path("out.txt")).st_mode & 0o777, 0o666 & ~mask)
        os.chmod(self.project.path("out.txt"), 0o640)
        self.project.check("-o", "out.txt")
        self.assertEqual(os.stat(self.project.path("out.txt")).st_mode & 0o777, 0o640)

    def test_where_it_cannot_be_written(self):
        for path in ("/dev/full", "nowhere/out.txt", "system"):
            code, out, err = self.project.check("-o", path)
            self.assertEqual((code, out), (2, ""), path)
            self.assertIn("cannot write", err)

    def test_standard_output_that_is_full_or_closed(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run(self.project.command("check"), cwd=self.project.dir, env=self.project.environment(),
                                  stdout=full, stderr=subprocess.PIPE) if self.project.database() is None else None
        self.assertEqual(done.returncode, 2)
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(self.project.command("check"), cwd=self.project.dir, env=self.project.environment(),
                              stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        self.assertEqual(done.returncode, 1, done.stderr)

    def test_interrupted(self):
        os.mkfifo(self.project.path("never.h"))
        self.project.write("bad.c", "#include \"never.h\"\n")
        self.project.entries.append(self.project.entry("bad.c"))
        self.project.database()
        self.project.write("out.txt", "before")
        for name in (signal.SIGINT, signal.SIGTERM):
            child = subprocess.Popen(self.project.command("check", "-o", "out.txt"), cwd=self.project.dir,
                                     env=self.project.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            workers = []
            for _ in range(200):
                with open(f"/proc/{child.pid}/task/{child.pid}/children") as text:
                    workers = text.read().split()
                if workers:
                    break
                time.sleep(0.05)
            time.sleep(0.3)
            before = set(os.listdir(self.project.dir))
            child.send_signal(name)
            out, _ = child.communicate(timeout=20)
            self.assertEqual((child.returncode, out), (130, b""))
            self.assertEqual(open(self.project.path("out.txt")).read(), "before")
            self.assertEqual(set(os.listdir(self.project.dir)), before)
            time.sleep(0.3)
            for worker in workers:
                state = ""
                if os.path.exists(f"/proc/{worker}/stat"):
                    state = open(f"/proc/{worker}/stat").read().rpartition(")")[2].split()[0]
                self.assertIn(state, ("", "Z"), "a worker lives on")

    def test_no_terminal_no_bar_no_color(self):
        code, out, err = self.project.check()
        self.assertNotIn("\r", err)
        self.assertNotIn("\033", out + err)
        self.assertIn("\033", self.project.check("--color=always")[1])

    def test_a_terminal_gets_a_bar(self):
        import pty
        self.project.database()
        try:
            leader, follower = pty.openpty()
        except OSError as trouble:
            self.skipTest(f"no terminal to be had: {trouble}")
        child = subprocess.Popen(self.project.command("check", "--no-cache"), cwd=self.project.dir,
                                 env=self.project.environment(), stdout=subprocess.DEVNULL, stderr=follower)
        os.close(follower)
        text = b""
        while True:
            try:
                part = os.read(leader, 4096)
            except OSError:
                break
            if not part:
                break
            text += part
        child.wait()
        os.close(leader)
        self.assertIn(b"\r[2/2]", text)

    def test_closed_descriptors(self):
        self.project.database()
        script = '"$0" check -o out.txt <&- >&- 2>&-'
        done = subprocess.run(["sh", "-c", script, project.TOOL], cwd=self.project.dir, env=self.project.environment())
        self.assertEqual(done.returncode, 1)
        self.assertFinds(open(self.project.path("out.txt")).read())


class Commands(Case):
    def test_help_and_version(self):
        for arguments in (["--help"], ["help"], ["--version"], ["check", "--help"], ["link", "-h"], ["doctor", "--help"]):
            code, out, err = self.project.run(*arguments, database=False)
            self.assertEqual((code, err), (0, ""), arguments)
            self.assertIn("offmain", out)

    def test_checks(self):
        code, out, err = self.project.run("checks", database=False)
        self.assertEqual(code, 0)
        for line in out.splitlines():
            page = self.project.run("checks", line.split()[0], database=False)
            self.assertEqual(page[0], 0)
            self.assertGreater(len(page[1]), 200)
        self.assertEqual(self.project.run("checks", "nonsense", database=False)[0], 2)

    def test_models(self):
        code, out, err = self.project.run("models", "gtk_label_set_text", database=False)
        self.assertEqual(code, 0)
        self.assertIn("main", out)
        self.assertIn("say nothing", self.project.run("models", "nonsense_at_all", database=False)[1])

    def test_threads(self):
        code, out, err = self.project.run("threads")
        self.assertEqual(code, 0, err)
        self.assertRegex(out, r"main\.c:5:3: .*worker")

    def test_explain(self):
        code, out, err = self.project.run("explain", "worker")
        self.assertEqual(code, 0, err)
        self.assertIn("work.c:3:", out)
        self.assertIn("a worker thread", out)
        found = json.loads(self.project.check("--format=json")[1])["findings"][0]["id"]
        code, out, err = self.project.run("explain", found[:8])
        self.assertEqual(code, 0, err)
        self.assertFinds(out)
        self.assertEqual(self.project.run("explain", "nonsense")[0], 2)

    def test_doctor(self):
        self.project.write("bad.c", "#include \"nowhere.h\"\n")
        self.project.entries.append(self.project.entry("bad.c", "-fplugin=x.so"))
        code, out, err = self.project.run("doctor", "bad.c")
        self.assertEqual(code, 3, err)
        for needle in ("database: ", "command: ", "parsed as: ", "-fplugin=x.so", "'nowhere.h' file not found", "facts: "):
            self.assertIn(needle, out)
        self.assertEqual(self.project.run("doctor", "work.c")[0], 0)
        self.assertEqual(self.project.run("doctor")[0], 0)
        self.assertEqual(self.project.run("doctor", "other.c")[0], 2)


if __name__ == "__main__":
    project.main()
