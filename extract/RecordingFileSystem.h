// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file system that remembers what was asked of it: the files a unit's facts depend on.
//
// Three questions decide a parse: what is in this file (Opened), is there such a file (Absent, when the answer was no),
// what is in this folder (Listed: clang looks for the newest gcc). A header that appears earlier in the search path
// changes a unit although no file it read has changed; one that only `__has_include` asked for does when it goes.
// Rejected: asking clang's SourceManager afterwards. It knows files that were entered, and those by the path behind
// all symbolic links, so a link that turns to another version would go unnoticed.
#ifndef OFFMAIN_EXTRACT_RECORDINGFILESYSTEM_H
#define OFFMAIN_EXTRACT_RECORDINGFILESYSTEM_H

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
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Path, std::error_code &EC) override;

  /// Absolute names as they were asked for, sorted: files opened (not folders), names that were not there, folders
  /// whose entries were read.
  std::vector<std::string> opened() const;
  std::vector<std::string> absent() const;
  std::vector<std::string> listed() const;

private:
  void note(llvm::StringSet<> &Set, const llvm::Twine &Path);
  llvm::StringSet<> Opened, Absent, Listed;
};

} // namespace offmain

#endif
