// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The text of source files, by line: what suppressions are read from and excerpts are cut from.
//
// Files are read through the file system that is passed in and kept for the life of the object. Only regular files are
// opened: a FIFO or device named by a finding would block the run. A file that cannot be read simply has no lines.
#ifndef OFFMAIN_FINDINGS_SOURCETEXT_H
#define OFFMAIN_FINDINGS_SOURCETEXT_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offmain {

class SourceText {
public:
  explicit SourceText(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS) : FS(std::move(FS)) {}

  /// The whole file, or nothing when it cannot be read.
  std::optional<llvm::StringRef> text(llvm::StringRef Path);
  /// Line `Line` (1-based) without its line end, or nothing when there is no such line.
  std::optional<llvm::StringRef> line(llvm::StringRef Path, uint32_t Line);

  /// Line and column (1-based, in bytes) of an offset; the file's end for one beyond it.
  std::pair<uint32_t, uint32_t> place(llvm::StringRef Path, uint32_t Offset);

  /// A 1-based column in bytes as one in code points (what SARIF counts), and back; as it is if there is no such line.
  uint32_t codePointColumn(llvm::StringRef Path, uint32_t Line, uint32_t ByteColumn);
  uint32_t byteColumn(llvm::StringRef Path, uint32_t Line, uint32_t CodePointColumn);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<size_t> LineStarts;
  };
  File &load(llvm::StringRef Path);

  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS;
  llvm::StringMap<File> Files;
};

} // namespace offmain

#endif
