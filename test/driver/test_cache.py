# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The cache as a user meets it: what is parsed again, and that nothing in its folder can spoil a run.
import concurrent.futures
import glob
import os
import re
import resource
import signal
import subprocess
import time
import unittest

import project
from project import Case


class Cache(Case):
    def parsed(self, *arguments):
        code, out, err = self.project.check("--stats", *arguments)
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        return int(re.search(r"(\d+) parsed", err).group(1)), err

    def store(self):
        return os.path.join(self.project.cache, "offmain")

    def entries(self):
        return [e for e in glob.glob(os.path.join(self.store(), "llvmcache-*")) if "-why-" not in e]

    def test_a_second_run_parses_nothing(self):
        self.assertEqual(self.parsed()[0], 2)
        self.assertEqual(self.parsed()[0], 0)
        self.assertEqual(self.parsed("--no-cache")[0], 2)

    def test_only_the_units_that_read_the_file(self):
        self.parsed()
        self.project.write("label.h", project.LABEL + "\n")
        count, err = self.parsed()
        self.assertEqual(count, 1)
        self.assertRegex(err, r"cache: miss: .*work\.c: .*label\.h changed")
        self.assertEqual(self.parsed()[0], 0)

    def test_touched_but_equal(self):
        self.parsed()
        os.utime(self.project.path("label.h"), (1, 1))
        self.assertEqual(self.parsed()[0], 0)

    def test_a_header_that_appears_earlier_in_the_path(self):
        self.project.entries = [self.project.entry(name, "-Iearly") for name in ("main.c", "work.c")]
        os.makedirs(self.project.path("early"))
        self.parsed()
        self.assertEqual(self.parsed()[0], 0)
        self.project.write("early/toolkit.h", project.TOOLKIT)
        count, err = self.parsed()
        self.assertEqual(count, 2)
        self.assertIn("early/toolkit.h appeared", err)

    def test_a_header_that_only_has_include_asks_for(self):
        condition = '#if %s__has_include("option.h")\n%s#endif\n'
        self.project.write("work.c", project.WORK.replace('#include "label.h"', '#include "label.h"\n' +
                           condition % ("", "#define gtk_label_set_text(l, t) harmless(l, t)\nvoid harmless();\n")))
        self.parsed()
        option = self.project.write("option.h", "")
        code, out, err = self.project.check("--stats")
        self.assertIn("option.h appeared", err)
        self.assertFinds(out, 0)
        self.assertIn(" 0 parsed", self.project.check("--stats")[2])
        os.remove(option)
        count, err = self.parsed()
        self.assertEqual(count, 1)
        self.assertRegex(err, r"cache: miss: .*work\.c: .*option\.h is gone")

    def test_a_link_that_turns_elsewhere(self):
        self.project.write("one/label.h", project.LABEL)
        self.project.write("two/label.h", project.LABEL + "\n")
        os.remove(self.project.path("label.h"))
        os.symlink("one/label.h", self.project.path("label.h"))
        self.parsed()
        self.assertEqual(self.parsed()[0], 0)
        os.remove(self.project.path("label.h"))
        os.symlink("two/label.h", self.project.path("label.h"))
        self.assertEqual(self.parsed()[0], 1)

    def test_the_include_path_of_the_environment(self):
        self.parsed()
        self.addCleanup(os.environ.pop, "CPATH")
        os.environ["CPATH"] = self.project.root
        self.assertEqual(self.parsed()[0], 2)
        self.assertEqual(self.parsed()[0], 0)

    def test_says_why(self):
        self.assertIn("new unit", self.parsed()[1])
        self.project.entries[0] = self.project.entry("main.c", "-DX")
        self.assertRegex(self.parsed()[1], r"main\.c: the command changed")
        for entry in self.entries():
            os.remove(entry)
        self.assertIn("its entry was removed", self.parsed()[1])
        code, out, err = self.project.check("-d", "cache", "--no-cache")
        self.assertEqual(code, 1)

    def test_models_do_not_miss(self):
        self.parsed()
        self.project.write(".offmain.yaml", "models:\n  functions:\n    - name: unrelated\n      runs-on: main\n")
        self.assertEqual(self.parsed()[0], 0)

    def test_spoilt_entries_are_misses(self):
        self.parsed()
        whole = {e: open(e, "rb").read() for e in self.entries()}
        self.assertEqual(len(whole), 2)

        def spoil(how):
            for entry, content in whole.items():
                if os.path.isdir(entry):
                    os.rmdir(entry)
                elif os.path.lexists(entry):
                    os.remove(entry)
                how(entry, content)
            self.assertEqual(self.parsed()[0], 2, how)

        def write(change):
            return lambda entry, content: open(entry, "wb").write(change(content))

        spoil(write(lambda c: b""))
        spoil(write(lambda c: c[:-1]))
        spoil(write(lambda c: c[:len(c) // 2]))
        spoil(write(lambda c: c + b"x"))
        spoil(write(lambda c: b"\0" * len(c)))
        spoil(write(lambda c: os.urandom(len(c))))
        spoil(write(lambda c: c[:40] + b"\xff" * 8 + c[48:]))
        spoil(lambda entry, content: os.mkfifo(entry))
        spoil(lambda entry, content: os.symlink("/dev/zero", entry))
        for entry in whole:
            self.assertTrue(os.path.isfile(entry), "replaced by a good one")

    def test_a_folder_in_place_of_an_entry(self):
        self.parsed()
        for entry in self.entries():
            os.remove(entry)
            os.mkdir(entry)
        self.parsed()
        self.parsed()

    def test_no_room(self):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        code, out, err = self.project.check(preexec_fn=limit)
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertEqual(err.count("cannot write to the cache"), 1, err)

    def test_a_full_disk(self):
        store = os.path.join(self.project.root, "small")
        os.makedirs(store)
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "none", store],
                                               capture_output=True).returncode:
            self.skipTest("cannot mount")
        self.addCleanup(subprocess.run, ["umount", store])
        open(os.path.join(store, "filler"), "wb").write(b"x" * 4096)
        code, out, err = self.project.check("--cache-dir", store)
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertEqual(err.count("cannot write to the cache"), 1, err)
        self.assertIn("No space left on device", err)
        code, out, err = self.project.check("--no-cache", "-o", os.path.join(store, "out.txt"))
        self.assertEqual(code, 2, err)
        self.assertNotIn("out.txt", " ".join(os.listdir(store)))

    def test_a_cache_that_cannot_be_made(self):
        self.project.write("file", "")
        code, out, err = self.project.check("--cache-dir", "file/below")
        self.assertEqual(code, 1, err)
        self.assertFinds(out)
        self.assertEqual(err.count("cannot write to the cache"), 1, err)

    def test_concurrent_runs_share_it(self):
        self.project.database()

        def run(n):
            return self.project.check("--format=sarif", "-j2", database=False)[:2]

        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            results = set(pool.map(run, range(12)))
        self.assertEqual(len(results), 1)
        self.assertEqual(self.parsed()[0], 0)

    def test_killed_runs_leave_it_whole(self):
        expected = self.project.check("--no-cache")[1]
        for delay in (0.02, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2):
            child = subprocess.Popen(self.project.command("check"), cwd=self.project.dir,
                                     env=self.project.environment(), stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
            time.sleep(delay)
            child.kill()
            child.wait()
            self.assertEqual(self.project.check()[1], expected)


if __name__ == "__main__":
    project.main()
