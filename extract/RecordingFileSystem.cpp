// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See RecordingFileSystem.h.
#include "extract/RecordingFileSystem.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offmain {

RecordingFileSystem::RecordingFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> Below)
    : ProxyFileSystem(std::move(Below)) {}

void RecordingFileSystem::note(StringSet<> &Set, const Twine &Path) {
  SmallString<256> Full;
  Path.toVector(Full);
  if (makeAbsolute(Full))
    return;
  sys::path::remove_dots(Full); // not "..": behind a symbolic link it leads elsewhere
  Set.insert(Full);
}

ErrorOr<vfs::Status> RecordingFileSystem::status(const Twine &Path) {
  auto Result = ProxyFileSystem::status(Path);
  if (!Result)
    note(Absent, Path);
  return Result;
}

ErrorOr<std::unique_ptr<vfs::File>> RecordingFileSystem::openFileForRead(const Twine &Path) {
  auto Result = ProxyFileSystem::openFileForRead(Path);
  if (!Result) {
    note(Absent, Path);
    return Result;
  }
  // `#include <QtCore>` opens the folder QtCore on its way. The file keeps the answer: no second system call.
  if (auto Status = (*Result)->status(); !Status || !Status->isDirectory())
    note(Opened, Path);
  return Result;
}

bool RecordingFileSystem::exists(const Twine &Path) {
  bool Result = ProxyFileSystem::exists(Path);
  if (!Result)
    note(Absent, Path);
  return Result;
}

vfs::directory_iterator RecordingFileSystem::dir_begin(const Twine &Path, std::error_code &EC) {
  auto Result = ProxyFileSystem::dir_begin(Path, EC);
  note(EC ? Absent : Listed, Path);
  return Result;
}

static std::vector<std::string> sorted(const StringSet<> &Set) {
  std::vector<std::string> Names;
  for (StringRef Name : Set.keys())
    Names.push_back(Name.str());
  llvm::sort(Names);
  return Names;
}

std::vector<std::string> RecordingFileSystem::opened() const { return sorted(Opened); }
std::vector<std::string> RecordingFileSystem::absent() const { return sorted(Absent); }
std::vector<std::string> RecordingFileSystem::listed() const { return sorted(Listed); }

} // namespace offmain
