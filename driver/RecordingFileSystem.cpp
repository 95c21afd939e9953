// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See RecordingFileSystem.h.
#include "driver/RecordingFileSystem.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

RecordingFileSystem::RecordingFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> Below)
    : ProxyFileSystem(std::move(Below)) {}

void RecordingFileSystem::note(const Twine &Path) {
  SmallString<256> Full;
  Path.toVector(Full);
  if (!makeAbsolute(Full))
    Absent.insert(Full);
}

ErrorOr<vfs::Status> RecordingFileSystem::status(const Twine &Path) {
  auto Result = ProxyFileSystem::status(Path);
  if (!Result)
    note(Path);
  return Result;
}

ErrorOr<std::unique_ptr<vfs::File>> RecordingFileSystem::openFileForRead(const Twine &Path) {
  auto Result = ProxyFileSystem::openFileForRead(Path);
  if (!Result)
    note(Path);
  return Result;
}

bool RecordingFileSystem::exists(const Twine &Path) {
  bool Result = ProxyFileSystem::exists(Path);
  if (!Result)
    note(Path);
  return Result;
}

std::vector<std::string> RecordingFileSystem::takeAbsent() {
  std::vector<std::string> Names;
  for (StringRef Name : Absent.keys())
    Names.push_back(Name.str());
  llvm::sort(Names);
  Absent.clear();
  return Names;
}

} // namespace offmain
