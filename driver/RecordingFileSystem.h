// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file system that remembers what was looked for and not found.
//
// A header that appears earlier in the search path changes a unit although no file it read has changed; so the names
// that were tried in vain are as much an input as the files that were read.
#ifndef OFFMAIN_DRIVER_RECORDINGFILESYSTEM_H
#define OFFMAIN_DRIVER_RECORDINGFILESYSTEM_H

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace offmain {

class RecordingFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  explicit RecordingFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Below);

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;

  /// The absolute names that were not there, sorted.
  std::vector<std::string> takeAbsent();

private:
  void note(const llvm::Twine &Path);
  llvm::StringSet<> Absent;
};

} // namespace offmain

#endif
