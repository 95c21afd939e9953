# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Compile databases that are missing, broken, huge or odd.
import json
import os
import unittest

import project
from project import Case


class Broken(Case):
    def assertRefused(self, text, needle):
        self.project.database(text)
        code, out, err = self.project.check(database=False)
        self.assertEqual((code, out), (2, ""), err)
        self.assertIn("compile_commands.json", err)
        self.assertIn(needle, err)

    def test_missing(self):
        code, out, err = self.project.check(database=False)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("CMAKE_EXPORT_COMPILE_COMMANDS", err)

    def test_missing_in_the_folder_named(self):
        code, out, err = self.project.check("-p", "system", database=False)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("no compile_commands.json in 'system'", err)
        code, out, err = self.project.check("-p", "nowhere", database=False)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("nowhere", err)

    def test_empty(self):
        self.assertRefused("", "is empty")

    def test_garbled(self):
        self.assertRefused("[{\"file\": ", "not valid JSON")
        self.assertRefused(os.urandom(4096), "not valid JSON")
        self.assertRefused("{}", "must be a list")

    def test_nothing_in_it(self):
        self.assertRefused("[]", "names no C or C++ source")
        self.assertRefused('[{"file": "a.S", "command": "cc a.S"}]', "names no C or C++ source")

    def test_deeply_nested(self):
        self.assertRefused("[" * 20_000_000, "nested too deeply")


class Odd(Case):
    def test_huge(self):
        entry = self.project.entries[0]
        self.project.entries += [dict(entry, arguments=list(entry["arguments"])) for _ in range(100_000)]
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertIn("2 units, 1 finding", err)

    def test_huge_with_sources_gone(self):
        self.project.entries += [self.project.entry(f"gone{n}.c") for n in range(20_000)]
        code, out, err = self.project.check()
        self.assertEqual(code, 1)
        self.assertFinds(out)
        self.assertLess(err.count("\n"), 100)
        self.assertIn("20000 units not analyzed", err)

    def test_relative_and_absent_directories(self):
        os.makedirs(self.project.path("build"))
        text = json.dumps([{"directory": "..", "file": "main.c", "command": "cc -isystem system -c main.c"},
                           {"file": "../work.c", "command": "cc -isystem ../system -c ../work.c"}])
        self.project.write("build/compile_commands.json", text)
        code, out, err = self.project.check("-p", "build", database=False)
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("2 units, 1 finding", err)

    def test_a_directory_that_does_not_exist(self):
        self.project.entries.append(dict(self.project.entry("main.c"), directory="/nowhere/at/all"))
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("not analyzed", err)

    def test_response_files(self):
        self.project.write("flags.rsp", "-isystem system \"-DTEXT=\\\"a b\\\"\" @more.rsp")
        self.project.write("more.rsp", "-DMORE=1")
        self.project.write("work.c", "#if MORE != 1\n#error no\n#endif\n" + project.WORK.replace('"done"', "TEXT"))
        self.project.entries[1]["arguments"] = ["cc", "@flags.rsp", "-c", "work.c"]
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertNotIn("warning", err)
        # A response file is an input like any other.
        self.project.write("more.rsp", "-DMORE=2")
        code, out, err = self.project.check("--stats")
        self.assertIn("parse error", err)

    def test_a_response_file_that_names_itself(self):
        self.project.write("loop.rsp", "@loop.rsp -isystem system")
        self.project.entries[1]["arguments"] = ["cc", "@loop.rsp", "-isystem", "system", "-c", "work.c"]
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)

    def test_deleted_sources(self):
        self.project.entries.append(self.project.entry("gone.c"))
        code, out, err = self.project.check()
        self.assertEqual(code, 1)
        self.assertFinds(out)
        self.assertIn("gone.c: warning: not analyzed: the source is gone", err)
        os.remove(self.project.path("work.c"))
        code, out, err = self.project.check()
        self.assertEqual((code, out), (3, ""), err)

    def test_other_languages_are_skipped_with_one_note(self):
        for name in ("a.S", "b.S", "c.cu"):
            self.project.entries.append(self.project.entry(name))
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertEqual(err.count("skipped"), 2, err)
        self.assertIn("a.S and 1 more: not C or C++ ('.S'), skipped", err)

    def test_one_file_with_several_commands(self):
        self.project.entries.append(self.project.entry("work.c", "-DOTHER"))
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("3 units, 1 finding", err)

    def test_found_upward(self):
        os.makedirs(self.project.path("deep/below"))
        code, out, err = self.project.check(cwd=self.project.path("deep/below"))
        self.assertEqual(code, 1, err)

    def test_names_with_blanks_and_accents(self):
        odd = project.Project("a b 'q' \"d\" $x ünï-日本")
        self.addCleanup(odd.close)
        os.rename(odd.path("work.c"), odd.path("wörk ü.c"))
        odd.entries[1] = odd.entry("wörk ü.c")
        code, out, err = odd.check()
        self.assertEqual(code, 1, err)
        self.assertIn("wörk ü.c:4:3: error: ", out)
        self.assertIn("    4 |   gtk_label_set_text(label, \"done\");", out)
        code, out, err = odd.check("--format=sarif")
        self.assertIn('"uri": "w%C3%B6rk%20%C3%BC.c"', out)

    def test_names_that_are_not_utf8(self):
        name = b"w\xf6rk.c"
        raw = os.path.join(self.project.dir.encode(), name)
        os.rename(self.project.path("work.c").encode(), raw)
        text = json.dumps(self.project.entries).encode().replace(b"work.c", name)
        self.project.database(text)
        code, out, err = self.project.check(database=False)
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        code, out, err = self.project.check("--format=sarif", database=False)
        json.loads(out)


if __name__ == "__main__":
    project.main()
