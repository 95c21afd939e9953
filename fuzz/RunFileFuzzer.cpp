// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arbitrary bytes as the report of a run that is to confirm what the analysis found.
#include "findings/Confirm.h"
#include "findings/RunFile.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace offmain;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  Files->addFile("/p/a.c", 0, llvm::MemoryBuffer::getMemBuffer("1\n  set(\"\xC3\xA9\");\n"));
  SourceText Sources(Files);
  auto Seen =
      findings::readRunFile({llvm::StringRef(reinterpret_cast<const char *>(Data), Size), "run.sarif"}, Sources);
  if (!Seen) {
    llvm::consumeError(Seen.takeError());
    return 0;
  }
  std::vector<Finding> Findings(1);
  Findings[0].Rule = "gtk-off-main-thread";
  Findings[0].At = {"/p/a.c", 2, 3, 2, 11};
  Findings[0].Function = "f";
  Findings[0].Callee = "set";
  findings::confirm(Findings, std::move(*Seen), Sources);
  return 0;
}
