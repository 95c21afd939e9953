// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What becomes of verified fixes: files, diffs, and what is told of those that there are none of. See Fixing.h.
#include "driver/Fixing.h"
#include "driver/Output.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace offmain {

Error writeFixes(const Fixes &F, const World &W) {
  std::string Failed;
  for (const auto &[File, List] : F.Edits.files()) {
    const std::string &Before = F.Before.at(File);
    removeUnfinished(File);
    auto Buffer = W.FS->getBufferForFile(File);
    std::string Why;
    auto Status = W.FS->status(File);
    if (!Buffer || !Status || (*Buffer)->getBuffer() != Before)
      Why = "it has changed since it was analyzed";
    else if (!(Status->getPermissions() & sys::fs::all_write))
      Why = "it is read-only";
    else if (Error E = writeOutput(File, fix::apply(Before, List)))
      Why = toString(std::move(E));
    if (!Why.empty())
      Failed += (Failed.empty() ? "" : "\n") + File + " was left as it is: " + Why;
  }
  return Failed.empty() ? Error::success() : createStringError(Failed);
}

void printFixes(const Fixes &F, StringRef Directory, raw_ostream &OS) {
  for (const auto &[File, List] : F.Edits.files()) {
    const std::string &Before = F.Before.at(File);
    fix::printDiff(shownPath(File, Directory), Before, fix::apply(Before, List), List, OS);
  }
}

void tellFixes(const Fixes &F, const Report &R, const World &W) {
  size_t Fixed = count_if(F.Rows, [](const FixRow &Row) { return !Row.Title.empty(); });
  for (size_t I = 0; I != F.Rows.size(); ++I) {
    const Finding &At = R.Findings[I];
    if (F.Rows[I].Title.empty())
      *W.Log << shownPath(At.At.File, R.Directory) << ':' << At.At.Line << ": no fix for " << At.Rule << ": " << F.Rows[I].Advice
             << '\n';
  }
  *W.Log << Fixed << " of " << F.Rows.size() << (F.Rows.size() == 1 ? " finding has" : " findings have")
         << " a fix that was verified\n";
}

} // namespace offmain
