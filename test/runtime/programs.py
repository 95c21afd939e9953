# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Small programs that tests write, compile and start under `offmain run`.
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = ""
CCACHE = ["ccache"] if shutil.which("ccache") else []
FLAGS = {}


def pkg_config(name):
    if name not in FLAGS:
        FLAGS[name] = subprocess.run(["pkg-config", "--cflags", "--libs", *name.split()], check=True, capture_output=True, text=True).stdout.split()
    return FLAGS[name]


# A worker thread that sets a label's text; with an argument, it starts env as well.
QT_WRONG = """
#include <QtWidgets>
#include <sys/wait.h>
struct Worker : QThread {
  QLabel *label;
  void run() override { label->setText("wrong"); }
};
int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Worker worker;
  worker.label = &label;
  worker.start();
  worker.wait();
  if (argc > 1) {
    if (fork() == 0) {
      execl("/usr/bin/env", "env", nullptr);
      _exit(9);
    }
    wait(nullptr);
  }
  return 5;
}
"""


class ProgramTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Path(tempfile.mkdtemp(prefix="offmain-run-"))
        os.chmod(cls.work, 0o755)
        cls.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(cls.work / "xdg"), "XDG_CACHE_HOME": str(cls.work / "cache")}
        (cls.work / "xdg").mkdir(mode=0o700)
        cls.wrong = cls.compile("wrong.cpp", QT_WRONG, "Qt5Widgets")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work, ignore_errors=True)

    @classmethod
    def compile(cls, name, text, packages="", *flags, compiler=None):
        source = cls.work / name
        source.write_text(text)
        program = source.with_suffix("")
        compiler = compiler or ("gcc" if name.endswith(".c") else "g++")
        toolkit = pkg_config(packages) if packages else []
        # Compiled apart, so that ccache knows it.
        compiled = [f for f in flags if f != "-shared" and f != "-static" and not f.startswith(("-l", "-L", "-Wl,"))]
        # The name of the folder, which is another one each time, is in no object.
        subprocess.run([*CCACHE, compiler, "-g", "-fPIC", "-w", f"-ffile-prefix-map={cls.work}=.", "-c", name, "-o", str(source) + ".o", *compiled, *toolkit],
                       check=True, cwd=cls.work)
        subprocess.run([compiler, str(source) + ".o", "-o", str(program), *flags, *toolkit], check=True)
        return str(program)

    def offmain(self, *arguments, environment=None, tool=None, **more):
        return subprocess.run([tool or TOOL, "run", *arguments], env={**self.environment, **(environment or {})}, capture_output=True, text=True,
                              errors="replace", timeout=120, stdin=subprocess.DEVNULL, **more)


def main():
    global TOOL
    TOOL = str(Path(sys.argv.pop(1)).resolve())
    unittest.main("__main__")
