# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# liboffmain-rt as a program uses it: in C and in C++, with and without the library, disabled; installed, by pkg-config and CMake.
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
BUILD = Path()

PROGRAM = r"""
#include <offmain/runtime.h>
#include <pthread.h>
#include <stdio.h>

#ifndef OFFMAIN_HEADER_ONLY
static int told;
static void tell(const offmain_report *report, void *data) {
  told++;
  printf("%s|%d|%s|%s|%d\n", report->message, report->line > 0, report->function, report->thread, report->wants_main);
  (void)data;
}
#endif

static void gui(void) { OFFMAIN_ASSERT_MAIN_THREAD(); }
static void blocks(void) { OFFMAIN_ASSERT_NOT_MAIN_THREAD(); }

static void *work(void *unused) {
  pthread_setname_np(pthread_self(), "worker");
  printf("main %d\n", offmain_is_main_thread());
  blocks();
#ifndef OFFMAIN_HEADER_ONLY
  gui();
  {
    OFFMAIN_ALLOW_SCOPE();
    gui();
  }
  gui();
  offmain_set_main_thread();
  gui();
#endif
  return unused;
}

int main(void) {
#ifndef OFFMAIN_HEADER_ONLY
  offmain_set_report_function(tell, NULL);
#endif
  gui();
  printf("main %d\n", offmain_is_main_thread());
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  pthread_join(thread, NULL);
#ifndef OFFMAIN_HEADER_ONLY
  printf("told %d of %d\n", told, (int)offmain_report_count());
#endif
  return 0;
}
"""


class Library(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Path(tempfile.mkdtemp(prefix="offmain-rt-"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    def build(self, language, *flags):
        source = self.work / f"program.{language}"
        source.write_text(PROGRAM)
        program = self.work / "program"
        compiler = ["gcc", "-std=gnu11"] if language == "c" else ["g++", "-std=c++11"]
        subprocess.run([*compiler, "-Wall", "-Wextra", "-Werror", "-pthread", "-I", str(SOURCE / "include"), str(source), "-o", str(program), *flags], check=True)
        return program

    def output(self, program, **environment):
        return subprocess.run([str(program)], env={**os.environ, **environment}, capture_output=True, text=True, check=True).stdout.splitlines()

    def test_with_the_library(self):
        for language in ("c", "cpp"):
            program = self.build(language, "-D_GNU_SOURCE", f"-L{BUILD}/lib", "-loffmain-rt", f"-Wl,-rpath,{BUILD}/lib")
            told = "called on a thread that is not the main thread|1|gui|worker|1"
            self.assertEqual(self.output(program), ["main 1", "main 0", told, told, "told 2 of 2"])

    def test_header_only(self):
        for language in ("c", "cpp"):
            self.assertEqual(self.output(self.build(language, "-D_GNU_SOURCE", "-DOFFMAIN_HEADER_ONLY")), ["main 1", "main 0"])

    def test_header_only_in_plain_c_and_cpp(self):
        text = "#include <offmain/runtime.h>\nint main(void) {\n  OFFMAIN_ALLOW_SCOPE();\n  OFFMAIN_ASSERT_MAIN_THREAD();\n  return 0;\n}\n"
        for name, standard in (("plain.c", "c99"), ("plain.c", "c11"), ("plain.c", "gnu17"), ("plain.cpp", "c++11"), ("plain.cpp", "c++20")):
            source = self.work / name
            source.write_text(text)
            compiler = "gcc" if name.endswith(".c") else "g++"
            for define in ("-DOFFMAIN_HEADER_ONLY", "-D_GNU_SOURCE -DOFFMAIN_HEADER_ONLY", "-DOFFMAIN_DISABLE"):
                subprocess.run([compiler, f"-std={standard}", "-pedantic", "-Wall", "-Wextra", "-Werror", *define.split(), "-I", str(SOURCE / "include"), str(source),
                                "-o", str(self.work / "plain")], check=True)
                subprocess.run([str(self.work / "plain")], check=True)

    def test_a_failed_assertion_of_the_header_aborts(self):
        source = self.work / "fail.c"
        source.write_text("#include <offmain/runtime.h>\nint main(void) { OFFMAIN_ASSERT_NOT_MAIN_THREAD(); return 0; }\n")
        program = self.work / "fail"
        subprocess.run(["gcc", "-D_GNU_SOURCE", "-DOFFMAIN_HEADER_ONLY", "-I", str(SOURCE / "include"), str(source), "-o", str(program)], check=True)
        done = subprocess.run([str(program)], capture_output=True, text=True)
        self.assertEqual(done.returncode, -6)
        self.assertIn("called on the main thread", done.stderr)

    def test_disabled_needs_nothing(self):
        source = self.work / "off.c"
        source.write_text("#define OFFMAIN_DISABLE\n#include <offmain/runtime.h>\nint main(void) { OFFMAIN_ALLOW_SCOPE(); OFFMAIN_ASSERT_NOT_MAIN_THREAD(); return 0; }\n")
        program = self.work / "off"
        subprocess.run(["gcc", "-I", str(SOURCE / "include"), str(source), "-o", str(program)], check=True)
        self.assertEqual(subprocess.run([str(program)]).returncode, 0)

    def test_installed(self):
        prefix = self.work / "prefix"
        subprocess.run(["cmake", "--install", str(BUILD), "--prefix", str(prefix)], check=True, capture_output=True)
        source = self.work / "program.c"
        source.write_text(PROGRAM)
        environment = {**os.environ, "PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "offmain-rt"], env=environment, check=True, capture_output=True, text=True).stdout.split()
        subprocess.run(["gcc", "-D_GNU_SOURCE", str(source), "-o", str(self.work / "by-pc"), "-pthread", *flags], check=True)
        self.assertEqual(self.output(self.work / "by-pc", LD_LIBRARY_PATH=str(prefix / "lib"))[0], "main 1")
        project = self.work / "project"
        project.mkdir()
        (project / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.20)\nproject(p C)\nfind_package(offmain REQUIRED)\nfind_package(Threads REQUIRED)\n"
                                                f"add_executable(p {source})\ntarget_compile_definitions(p PRIVATE _GNU_SOURCE)\ntarget_link_libraries(p offmain::rt Threads::Threads)\n")
        subprocess.run(["cmake", "-S", str(project), "-B", str(project / "b"), f"-DCMAKE_PREFIX_PATH={prefix}"], check=True, capture_output=True)
        subprocess.run(["cmake", "--build", str(project / "b")], check=True, capture_output=True)
        self.assertEqual(self.output(project / "b/p")[0], "main 1")


if __name__ == "__main__":
    BUILD = Path(sys.argv.pop(1))
    unittest.main()
