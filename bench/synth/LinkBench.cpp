// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// offmain-link-bench DIR: opens every facts file of a directory and links them; times, table sizes, peak memory.
#include "link/Link.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <sys/resource.h>

using namespace llvm;
using namespace offmain;

static double seconds() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

static long peakMegabytes() {
  rusage Usage;
  getrusage(RUSAGE_SELF, &Usage);
  return Usage.ru_maxrss / 1024;
}

int main(int Argc, char **Argv) {
  if (Argc != 2) {
    errs() << "usage: offmain-link-bench DIR\n";
    return 2;
  }
  double Start = seconds();
  std::vector<facts::UnitView> Units;
  std::error_code Error;
  for (sys::fs::directory_iterator It(Argv[1], Error), End; It != End && !Error; It.increment(Error)) {
    if (!StringRef(It->path()).ends_with(".omfacts"))
      continue;
    auto Buffer = MemoryBuffer::getFile(It->path(), false, false);
    if (!Buffer)
      continue;
    auto Unit = facts::open(std::move(*Buffer));
    if (!Unit) {
      errs() << toString(Unit.takeError()) << '\n';
      return 1;
    }
    Units.push_back(std::move(*Unit));
  }
  double Opened = seconds();
  long OpenPeak = peakMegabytes();
  Program P = link(Units);
  double Linked = seconds();
  outs() << format("open %.2fs (%ld MB)  link %.2fs  peak %ld MB\n", Opened - Start, OpenPeak, Linked - Opened,
                   peakMegabytes());
  outs() << "units " << P.Units.size() << " functions " << P.Functions.size() << " sites " << P.Sites.size()
         << " events " << P.Events.size() << " blocks " << P.Blocks.size() << " values " << P.Values.size()
         << " strings " << P.Strings.size() << " lists " << P.Lists.size() << '\n';
  return 0;
}
