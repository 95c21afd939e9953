# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Eight threads that call wrongly as fast as they can: no crash, no deadlock, bounded memory, right counts.
#
#   test_load.py OFFMAIN [SECONDS]     1 s by default; the nightly form is 10 s
import json
import re
import sys

import programs

SECONDS = "1"

LOAD = """
#include <QtWidgets>
#include <chrono>
#include <cstdio>
#include <thread>
static long used() {
  long pages = 0, resident = 0;
  if (FILE *file = fopen("/proc/self/statm", "r")) {
    (void)!fscanf(file, "%ld %ld", &pages, &resident);
    fclose(file);
  }
  return resident * 4;
}
int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(atoi(argv[1]));
  long before = used();
  std::atomic<long> calls{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; i++)
    threads.emplace_back([&] {
      long mine = 0;
      while (std::chrono::steady_clock::now() < end)
        for (int n = 0; n < 1000; n++, mine++)
          label.hasSelectedText();
      calls += mine;
    });
  for (auto &thread : threads)
    thread.join();
  printf("%ld calls, %ld KB more\\n", calls.load(), used() - before);
}
"""


class Load(programs.ProgramTest):
    def test_many_threads_calling_wrongly(self):
        program = self.compile("load.cpp", LOAD, "Qt5Widgets", "-O1", "-pthread")
        out = self.work / "load.jsonl"
        done = self.offmain("--format=jsonl", "-o", str(out), "--", program, SECONDS)
        self.assertEqual(done.returncode, 0, done.stderr)
        calls, kilobytes = map(int, re.match(r"(\d+) calls, (-?\d+) KB more", done.stdout).groups())
        print(f"{calls / int(SECONDS) / 1e6:.1f} million wrong calls a second, {kilobytes} KB more memory")
        self.assertLess(kilobytes, 8 << 10)
        findings = [json.loads(line) for line in out.read_text().splitlines()]
        self.assertEqual([(f["observed"]["count"], f["observed"]["threads"]) for f in findings], [(calls, 8)])


if __name__ == "__main__":
    if len(sys.argv) > 2:
        SECONDS = sys.argv.pop(2)
    programs.main()
