// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Changed.h. Names come with -z, so that no quoting has to be undone.
#include "driver/Changed.h"
#include "driver/CompileDatabase.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace offmain {

namespace {

std::string textOf(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

/// Runs git and gives what it printed.
Expected<std::string> git(ArrayRef<StringRef> Arguments) {
  auto Git = sys::findProgramByName("git");
  if (!Git)
    return createStringError("--changed-since needs git, which is not installed");
  SmallString<128> Out, Err;
  if (sys::fs::createTemporaryFile("offmain", "out", Out) || sys::fs::createTemporaryFile("offmain", "err", Err))
    return createStringError("cannot create a temporary file");
  FileRemover RemoveOut(Out), RemoveErr(Err);
  std::optional<StringRef> Redirects[] = {StringRef(""), StringRef(Out), StringRef(Err)};
  std::vector<StringRef> All = {"git"};
  All.insert(All.end(), Arguments.begin(), Arguments.end());
  if (sys::ExecuteAndWait(*Git, All, std::nullopt, Redirects) != 0)
    return createStringError("git: %s", StringRef(textOf(Err)).trim().str().c_str());
  return textOf(Out);
}

} // namespace

Expected<std::vector<std::string>> changedFiles(StringRef Revision, StringRef Directory) {
  auto Root = git({"-C", Directory, "rev-parse", "--show-toplevel"});
  if (!Root)
    return Root.takeError();
  std::string Top = StringRef(*Root).trim().str();
  auto Tracked = git({"-C", Top, "diff", "--name-only", "-z", "--end-of-options", Revision, "--"});
  if (!Tracked)
    return Tracked.takeError();
  auto New = git({"-C", Top, "ls-files", "--others", "--exclude-standard", "-z"});
  if (!New)
    return New.takeError();
  std::vector<std::string> Result;
  for (StringRef List : {StringRef(*Tracked), StringRef(*New)})
    for (StringRef Name : split(List, '\0'))
      if (!Name.empty())
        Result.push_back(absolutePath(Name, Top));
  llvm::sort(Result);
  return Result;
}

} // namespace offmain
