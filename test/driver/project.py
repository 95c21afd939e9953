# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A throw-away program for tests of the command line: sources, a compile database, runs of the tool.
#
# Models go by name, so a small header of our own stands for GTK and nothing has to be installed. Every script takes the tool
# and the build directory as arguments (test/CMakeLists.txt); `main()` runs its unittest classes.
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL = ""
BUILD = ""

TOOLKIT = """
typedef struct _GtkLabel GtkLabel;
typedef unsigned long thread_t;
#ifdef __cplusplus
extern "C" {
#endif
void gtk_label_set_text(GtkLabel *label, const char *text);
void gtk_main(void);
int pthread_create(thread_t *thread, const void *attributes, void *(*start)(void *), void *data);
#ifdef __cplusplus
}
#endif
"""

# The worker is in one file, what it calls in another.
MAIN = """#include "toolkit.h"
void *worker(void *data);
int main(void) {
  thread_t thread;
  pthread_create(&thread, 0, worker, 0);
  gtk_main();
  return 0;
}
"""
WORK = """#include "toolkit.h"
#include "label.h"
void *worker(void *data) {
  gtk_label_set_text(label, "done");
  return 0;
}
"""
LABEL = "extern GtkLabel *label;\n"


def sarif_checker():
    """A validator by the official schema, or None where that or python3-jsonschema cannot be had."""
    try:
        import jsonschema
    except ImportError:
        return None
    schema = os.path.join(BUILD, "sarif", "sarif-schema-2.1.0.json")
    script = os.path.join(os.path.dirname(__file__), "..", "..", "scripts", "fetch-sarif-schema")
    if subprocess.run([script, schema]).returncode:
        return None
    with open(schema, encoding="utf-8") as text:
        return jsonschema.Draft7Validator(json.load(text))


class Project:
    """A folder with the two-file program above; `entries` is its compile database."""

    def __init__(self, name="project"):
        self.root = tempfile.mkdtemp(prefix="offmain-test-")
        self.dir = os.path.join(self.root, name)
        self.cache = os.path.join(self.root, "cache")
        os.makedirs(self.dir)
        self.write("system/toolkit.h", TOOLKIT)
        self.write("main.c", MAIN)
        self.write("work.c", WORK)
        self.write("label.h", LABEL)
        self.entries = [self.entry("main.c"), self.entry("work.c")]

    def close(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode())
        return path

    def entry(self, name, *flags):
        return {"directory": self.dir, "file": name,
                "arguments": ["cc", "-isystem", "system", *flags, "-c", name]}

    def database(self, text=None):
        if text is None:
            text = json.dumps(self.entries)
        self.write("compile_commands.json", text)

    def environment(self):
        return dict(os.environ, XDG_CACHE_HOME=self.cache, LC_ALL="C.UTF-8")

    def command(self, *arguments):
        return [TOOL, *arguments]

    def run(self, *arguments, database=True, cwd=None, timeout=120, **more):
        """(exit code, stdout, stderr) as text."""
        if database:
            self.database()
        done = subprocess.run(self.command(*arguments), cwd=cwd or self.dir, env=self.environment(), timeout=timeout,
                              stdin=subprocess.DEVNULL, capture_output=True, **more)
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def check(self, *arguments, **more):
        return self.run("check", *arguments, **more)


def sanitized():
    """Whether the tool was built with a sanitizer: those reserve address space by the terabyte."""
    try:
        with open(os.path.join(BUILD, "CMakeCache.txt"), encoding="utf-8") as cache:
            return any(line.startswith("OFFMAIN_SANITIZE:") and line.split("=", 1)[1].strip() for line in cache)
    except OSError:
        return False


class Case(unittest.TestCase):
    def setUp(self):
        self.project = Project()
        self.addCleanup(self.project.close)

    def assertFinds(self, text, count=1):
        self.assertEqual(text.count("[gtk-off-main-thread]"), count, text)


def main():
    global TOOL, BUILD
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        print("no tool at " + " ".join(sys.argv[1:2]))
        sys.exit(77)
    TOOL = os.path.abspath(sys.argv[1])
    BUILD = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 and not sys.argv[2].startswith("-") else os.getcwd()
    unittest.main(module="__main__", argv=[sys.argv[0], *sys.argv[3:]])
