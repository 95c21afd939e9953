# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What real programs do to a checker inside of them: sanitizers, coroutines, small stacks, libraries that fail to load, odd folders,
# several threads that report at once.
import os
import shutil
import subprocess
from pathlib import Path

import programs

# Threads that call wrongly, in the way that FIRST and SECOND say.
TWO_THREADS = """
#include <QtWidgets>
#include <thread>
int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread first([&] { for (int i = 0; i < 200; i++) { label.hasSelectedText(); label.openExternalLinks(); } });
  std::thread second([&] { for (int i = 0; i < 200; i++) { label.wordWrap(); label.selectedText(); } });
  first.join();
  second.join();
  return 3;
}
"""

COROUTINE = """
#include <QtWidgets>
#include <sys/mman.h>
#include <thread>
#include <ucontext.h>
static QLabel *label;
static ucontext_t back, there;
static void wrong() { label->setText("wrong"); }
static void deep(int n) {
  volatile char room[512];
  room[0] = 0;
  if (n)
    deep(n - 1);
  else
    label->setProperty("text", "also wrong");
}
int main(int argc, char **argv) {
  QApplication app(argc, argv);
  label = new QLabel;
  std::thread([] {
    for (int i = 0; i < 50; i++) {
      size_t size = 256 << 10;
      void *stack = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      getcontext(&there);
      there.uc_stack.ss_sp = stack;
      there.uc_stack.ss_size = size;
      there.uc_link = &back;
      makecontext(&there, wrong, 0);
      swapcontext(&back, &there);
      munmap(stack, size);
      deep(i);
    }
  }).join();
  delete label;
}
"""

SMALL_STACK = """
#include <QtWidgets>
#include <pthread.h>
static QLabel *label;
static void *work(void *) {
  label->hasSelectedText();
  return nullptr;
}
int main(int argc, char **argv) {
  QApplication app(argc, argv);
  label = new QLabel;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 24 << 10);
  pthread_t thread;
  pthread_create(&thread, &attributes, work, nullptr);
  pthread_join(thread, nullptr);
  delete label;
}
"""

# A library that needs Qt and one that is not there: the linker has seen Qt when it gives up.
FAILED_LOAD = """
#include <dlfcn.h>
#include <stdio.h>
int main(void) {
  for (int i = 0; i < 3; i++)
    if (dlopen("./libneedy.so", RTLD_NOW))
      return 1;
  void *toolkit = dlopen("libQt5Widgets.so.5", RTLD_NOW);
  if (!toolkit || dlclose(toolkit) != 0 || !dlopen("libQt5Widgets.so.5", RTLD_NOW))
    return 2;
  puts("well");
  return 0;
}
"""

DESCRIPTORS = """
#include <QtWidgets>
#include <unistd.h>
int main(int argc, char **argv) {
  QApplication app(argc, argv);
  fflush(nullptr);
  execl("/bin/ls", "ls", "-l", "/proc/self/fd", nullptr);
  return 9;
}
"""


class Hazards(programs.ProgramTest):
    def test_address_sanitizer(self):
        program = self.compile("asan.cpp", programs.QT_WRONG, "Qt5Widgets", "-fsanitize=address")
        done = self.offmain("--", program, environment={"ASAN_OPTIONS": "detect_leaks=0"})
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("[qt-off-main-thread]", done.stderr)

    def test_thread_sanitizer(self):
        for compiler in ("g++", "clang++-22", "clang++"):
            if not shutil.which(compiler):
                continue
            with self.subTest(compiler=compiler):
                program = self.compile("tsan.cpp", programs.QT_WRONG, "Qt5Widgets", "-fsanitize=thread", compiler=compiler)
                plain = subprocess.run([program], env=self.environment, capture_output=True)
                if plain.returncode not in (5, 66):  # 66: it has found a race
                    self.skipTest("ThreadSanitizer does not run here")
                done = self.offmain("--", program)
                self.assertIn(done.returncode, (5, 66), done.stderr)
                self.assertIn("[qt-off-main-thread]", done.stderr)
                self.assertNotIn("_thread_start", done.stderr)

    def test_the_answer_to_a_report_finds_its_thread(self):
        program = self.compile("two.cpp", TWO_THREADS, "Qt5Widgets", "-pthread")
        allowed = self.work / "allowed.txt"
        allowed.write_text("rule:*\n")
        self.assertEqual(self.offmain("--abort", "--suppressions", str(allowed), "--", program).returncode, 3)
        allowed.write_text("function:QLabel::hasSelectedText\nfunction:QLabel::openExternalLinks\nfunction:QLabel::wordWrap\n")
        done = self.offmain("--abort", "--suppressions", str(allowed), "--", program)
        self.assertEqual(done.returncode, 128 + 6, done.stderr)
        self.assertIn("QLabel::selectedText()", done.stderr)

    def test_a_baseline_is_read_first_and_stops_nobody(self):
        program = self.compile("two.cpp", TWO_THREADS, "Qt5Widgets", "-pthread")
        baseline = self.work / "baseline.json"
        self.assertEqual(self.offmain("--write-baseline", str(baseline), "--", program).returncode, 3)
        done = self.offmain("--abort", "--baseline", str(baseline), "--exit-code=42", "--", program)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("offmain: 0 reports", done.stderr)
        self.assertNotIn("error:", done.stderr)
        baseline.write_text("nonsense")
        done = self.offmain("--baseline", str(baseline), "--", "/bin/echo", "it ran")
        self.assertEqual((done.returncode, done.stdout), (2, ""))

    def test_coroutines(self):
        done = self.offmain("--", self.compile("coroutine.cpp", COROUTINE, "Qt5Widgets", "-pthread"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("2 reports", done.stderr)

    def test_a_small_stack(self):
        done = self.offmain("--", self.compile("small.cpp", SMALL_STACK, "Qt5Widgets", "-pthread"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("1 report;", done.stderr)

    def test_a_library_that_is_not_loaded_after_all(self):
        absent = self.compile("libabsent.c", "void absent(void) {}", "", "-shared")
        os.rename(absent, self.work / "libabsent.so")
        self.compile("libneedy.c", "void absent(void); void needy(void) { absent(); }", "", "-shared", "-Wl,--no-as-needed", "-lQt5Widgets",
                     f"-L{self.work}", "-labsent")
        os.rename(self.work / "libneedy", self.work / "libneedy.so")
        os.unlink(self.work / "libabsent.so")
        done = self.offmain("--", self.compile("failed.c", FAILED_LOAD, "", "-ldl"), cwd=self.work)
        self.assertEqual((done.returncode, done.stdout), (0, "well\n"), done.stderr)

    def test_odd_folders(self):
        """LD_PRELOAD and LD_AUDIT part their lists at spaces and colons."""
        real = Path(programs.TOOL).resolve()
        odd = real.parent.parent / "an odd:folder"
        shutil.rmtree(odd, ignore_errors=True)
        try:
            (odd / "bin").mkdir(parents=True)
            os.link(real, odd / "bin" / "offmain")
            shutil.copytree(real.parent.parent / "lib" / "offmain", odd / "lib" / "offmain")
            done = self.offmain("--", self.wrong, tool=str(odd / "bin" / "offmain"))
        finally:
            shutil.rmtree(odd, ignore_errors=True)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("1 report;", done.stderr)

    def test_trap_stops_in_gdb(self):
        if not shutil.which("gdb"):
            self.skipTest("there is no gdb")
        done = self.offmain("--trap", "--", "gdb", "-batch", "-ex", "run", "-ex", "bt", "--args", self.wrong)
        self.assertIn("SIGTRAP", done.stdout, done.stderr)
        self.assertIn("Worker::run", done.stdout)

    def test_a_program_in_a_folder_named_like_a_binding(self):
        folder = self.work / "gi"
        folder.mkdir()
        program = shutil.copy(self.wrong, folder)
        self.assertIn("1 report;", self.offmain("--", str(program)).stderr)

    def test_children_get_no_descriptors(self):
        done = self.offmain("--", self.compile("descriptors.cpp", DESCRIPTORS, "Qt5Widgets"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("offmain", done.stdout)
        self.assertNotIn("socket:", done.stdout)

    def test_hooks_in_pointers(self):
        """Where code cannot be written."""
        done = self.offmain("--no-code-changes", "--", self.wrong)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("QLabel::setText() is called on", done.stderr)
        self.assertIn("1 report;", done.stderr)

    def test_a_hang_is_told_while_native_code_holds_pythons_lock(self):
        script = self.work / "holds.py"
        script.write_text("""
import ctypes, signal, sys
from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QApplication
app = QApplication(sys.argv)
signal.alarm(4)  # nobody handles it
QTimer.singleShot(10, lambda: ctypes.PyDLL(None).usleep(10_000_000))
app.exec()
""")
        done = self.offmain("--", "/usr/bin/python3", str(script))
        self.assertEqual(done.returncode, 128 + 14, done.stderr)
        self.assertRegex(done.stderr, r"the main loop has been stalled for \d+ ms in usleep\(\) and still is")


if __name__ == "__main__":
    programs.main()
