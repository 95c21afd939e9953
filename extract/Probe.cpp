// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// extract_probe [--stats] [--repeat=N] FILE... -- FLAGS: what extract sees in sources, for developers. The file's ending
// chooses the compiler's name.
#include "extract/Extract.h"
#include "facts/Text.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <sys/resource.h>

using namespace llvm;

static double userSeconds() {
  rusage Usage;
  getrusage(RUSAGE_SELF, &Usage);
  return static_cast<double>(Usage.ru_utime.tv_sec) + static_cast<double>(Usage.ru_utime.tv_usec) * 1e-6;
}

int main(int Count, char **Given) {
  bool Stats = false;
  std::vector<std::string> Sources, Flags;
  bool AfterDashes = false;
  for (int I = 1; I != Count; ++I) {
    StringRef A = Given[I];
    if (AfterDashes)
      Flags.push_back(A.str());
    else if (A == "--")
      AfterDashes = true;
    else if (A == "--stats")
      Stats = true;
    else
      Sources.push_back(A.str());
  }
  SmallString<256> Here;
  sys::fs::current_path(Here);
  int Exit = 0;
  for (const std::string &Source : Sources) {
    offmain::ExtractRequest Request;
    Request.Directory = std::string(Here);
    Request.File = Source;
    Request.Arguments.push_back(sys::path::extension(Source) == ".c" ? "cc" : "c++");
    Request.Arguments.insert(Request.Arguments.end(), Flags.begin(), Flags.end());
    double Before = userSeconds();
    offmain::ExtractResult Result = offmain::extract(Request, vfs::createPhysicalFileSystem());
    double Took = userSeconds() - Before;
    for (const std::string &Note : Result.Notes)
      errs() << "note: " << Note << '\n';
    if (!Result.FatalMessage.empty()) {
      errs() << Source << ": " << Result.FatalMessage << '\n';
      Exit = 1;
      continue;
    }
    Expected<offmain::facts::UnitView> Unit =
        offmain::facts::open(MemoryBuffer::getMemBufferCopy(Result.Facts, Source));
    if (!Unit) {
      errs() << Source << ": facts do not verify: " << toString(Unit.takeError()) << '\n';
      Exit = 2;
      continue;
    }
    if (Stats) {
      outs() << Source << ": " << format("%.3f", Took) << " s, " << Result.Facts.size() << " bytes, " << Result.Errors
             << " errors, " << Result.Reads.size() << " files read; functions " << Unit->functionCount() << ", records "
             << Unit->recordCount() << ", variables " << Unit->variableCount() << ", sites " << Unit->sites().size()
             << ", events " << Unit->events().size() << ", values " << Unit->values().size() << ", locals "
             << Unit->locals().size() << ", params " << Unit->params().size() << ", lists " << Unit->lists().size()
             << ", strings " << (*Unit)->strings()->size() << '\n';
      continue;
    }
    for (const auto *D : *(*Unit)->diagnostics())
      outs() << "diagnostic: " << D->text()->str() << " at line " << D->line() << '\n';
    offmain::facts::print(*Unit, outs());
  }
  return Exit;
}
