# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Units that do not parse, or not whole: each costs itself only, and is named.
import os
import unittest

import project
from project import Case


class Units(Case):
    def setUp(self):
        super().setUp()
        self.project.entries.append(self.project.entry("bad.c"))

    def assertLost(self, reason, *arguments, partial=False):
        code, out, err = self.project.check("--unit-timeout=4", *arguments)
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("bad.c: warning: " + ("analyzed in part: " if partial else "not analyzed: ") + reason, err)
        os.remove(self.project.path("work.c"))
        self.project.write("work.c", "void *worker(void *data) { return data; }\n")
        code, out, err = self.project.check("--unit-timeout=4", *arguments)
        self.assertEqual((code, out), (3, ""), err)

    def test_errors(self):
        self.project.write("bad.c", "#include \"nowhere.h\"\nint f( { }\n")
        code, out, err = self.project.check()
        self.assertEqual(code, 1)
        self.assertIn("bad.c: warning: analyzed in part: ", err)
        self.assertIn("'nowhere.h' file not found (bad.c:1:10)", err)

    def test_findings_from_what_parsed(self):
        self.project.write("bad.c", project.WORK.replace("worker", "other") + "int f( { }\nunknown x;\n" +
                           "void g(thread_t *t) { pthread_create(t, 0, other, 0); }\n")
        code, out, err = self.project.check()
        self.assertEqual(code, 1)
        self.assertFinds(out, 2)

    def test_a_crash_of_the_parser(self):
        self.project.write("bad.c", "#pragma clang __debug crash\n")
        self.assertLost("the parser crashed (")

    def test_a_fatal_error_of_the_parser(self):
        self.project.write("bad.c", "#pragma clang __debug llvm_fatal_error\n")
        self.assertLost("the parser crashed (Aborted): LLVM ERROR: ")

    def test_a_hang_of_the_parser(self):
        os.mkfifo(self.project.path("never.h"))
        self.project.write("bad.c", "#include \"never.h\"\n")
        self.assertLost("the parser did not finish within 4 s")

    def test_standard_input_as_a_header(self):
        self.project.write("bad.c", "#include \"/dev/stdin\"\nint x;\n")
        code, out, err = self.project.check("-j1", "--unit-timeout=4")
        self.assertEqual(code, 1, err)
        self.assertFinds(out)

    def test_endless_headers(self):
        self.project.write("bad.c", "#include \"bad.c\"\n")
        code, out, err = self.project.check("--unit-timeout=60")
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("bad.c: warning: ", err)

    def test_deep_nesting(self):
        for text in ("int x = " + "(" * 100_000 + "1" + ")" * 100_000 + ";\n",
                     "int x = " + "!" * 400_000 + "1;\n",
                     "int f(int a) { return " + "+".join(["a"] * 200_000) + "; }\n",
                     "void f(int a) {" + "if (a) {" * 50_000 + "}" * 50_000 + "}\n",
                     "void f(int a) {" + "if (a) ; else " * 30_000 + "; }\n"):
            self.project.write("bad.c", text)
            code, out, err = self.project.check("--unit-timeout=60")
            self.assertEqual(code, 1, err)
            self.assertFinds(out)

    def test_too_much_memory(self):
        if project.sanitized():
            self.skipTest("no limit of address space under a sanitizer")
        self.project.write("bad.c", "int table[300000000] = {[299999999] = 1};\n")
        code, out, err = self.project.check("--unit-timeout=100", "--unit-memory=700")
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("bad.c: warning: not analyzed: the parser needed more than 700 MB of memory", err)

    def test_a_device_as_a_header(self):
        if project.sanitized():
            self.skipTest("no limit of address space under a sanitizer")
        self.project.write("bad.c", "#include \"/dev/zero\"\n")
        code, out, err = self.project.check("--unit-timeout=60", "--unit-memory=1000")
        self.assertEqual(code, 1, err)
        self.assertFinds(out)

    def test_a_line_of_fifty_megabytes(self):
        filler = "/*" + "x" * 50_000_000 + "*/ "
        text = project.WORK.replace("worker", "other").replace("  gtk", filler + "gtk")
        self.project.write("bad.c", text + "void g(thread_t *t) { pthread_create(t, 0, other, 0); }\n")
        for form in ("text", "sarif", "html"):
            code, out, err = self.project.check("--format=" + form)
            self.assertEqual(code, 1, err)
            self.assertIn("bad.c", out)
            self.assertLess(len(out), 200_000)

    def test_zero_bytes_and_binary_garbage(self):
        self.project.write("bad.c", os.urandom(200_000))
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertFinds(out)

    def test_a_folder_as_source(self):
        os.mkdir(self.project.path("bad.c"))
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertIn("bad.c: warning: not analyzed: ", err)

    def test_a_source_that_may_not_be_read(self):
        self.project.write("bad.c", "int x;\n")
        os.chmod(self.project.path("bad.c"), 0)
        if os.access(self.project.path("bad.c"), os.R_OK):
            self.skipTest("runs as root")
        code, out, err = self.project.check()
        self.assertIn("bad.c: warning: not analyzed: ", err)


class Commands(Case):
    def flags(self, *flags):
        self.project.entries = [self.project.entry("main.c", *flags), self.project.entry("work.c", *flags)]

    def test_plugins_are_dropped_and_noted(self):
        marker = self.project.path("loaded")
        self.project.write("plugin.c", f"#include <stdio.h>\n__attribute__((constructor)) static void f(void) "
                           f"{{ fclose(fopen(\"{marker}\", \"w\")); }}\n")
        plugin = self.project.path("plugin.so")
        if os.system(f"cc -shared -fPIC -o '{plugin}' '{self.project.path('plugin.c')}'") != 0:
            self.skipTest("no C compiler")
        self.flags("-fplugin=" + plugin, "-Xclang", "-load", "-Xclang", plugin, "-Xclang", "-add-plugin", "-Xclang", "x",
                   "-fpass-plugin=" + plugin)
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertIn("dropped, nothing is loaded from a command: ", err)
        self.assertIn("-fplugin=" + plugin, err)
        self.assertIn("(2 units)", err)
        self.assertFalse(os.path.exists(marker), "the plugin was loaded")

    def test_nothing_in_a_command_is_executed(self):
        marker = self.project.path("ran")
        self.project.write("evil", f"#!/bin/sh\ntouch '{marker}'\n")
        os.chmod(self.project.path("evil"), 0o755)
        evil = self.project.path("evil")
        for entry in self.project.entries:
            entry["arguments"][:1] = [evil]
            entry["arguments"] += ["-B", self.project.dir, "-wrapper", evil, f"-fuse-ld={evil}"]
        self.project.entries[0] = {"directory": self.project.dir, "file": "main.c",
                                   "command": f"`{evil}` $({evil}) ; {evil} | cc -isystem system -c main.c"}
        self.project.check()
        self.assertFalse(os.path.exists(marker))

    def test_flags_of_other_compilers_are_ignored_with_one_note(self):
        self.flags("-fipa-pta", "-fno-tree-pre", "-mindirect-branch=thunk", "--param=foo=3", "-Wno-maybe-uninitialized")
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertEqual(err.count("ignored flags clang does not know"), 1, err)
        self.assertIn("-fipa-pta", err)

    def test_output_of_the_command_is_not_written(self):
        for entry in self.project.entries:
            entry["arguments"] += ["-o", "out.o", "-MD", "-MF", "out.d", "-save-temps", "-ftime-trace=t.json"]
        before = set(os.listdir(self.project.dir)) | {"compile_commands.json"}
        code, out, err = self.project.check()
        self.assertEqual(code, 1, err)
        self.assertEqual(set(os.listdir(self.project.dir)), before)


if __name__ == "__main__":
    project.main()
