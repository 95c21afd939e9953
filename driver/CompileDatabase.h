// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// compile_commands.json → the units to analyze.
//
// Our own reader over LLVM's JSON parser; rejected: clang::tooling::JSONCompilationDatabase, which stops at the first
// entry it dislikes, keeps one command a file or all in the order of the text, and brings clang into this folder. A
// database is data: nothing in it is executed, and everything in it may be wrong.
#ifndef OFFMAIN_DRIVER_COMPILEDATABASE_H
#define OFFMAIN_DRIVER_COMPILEDATABASE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace offmain {

struct CompileCommand {
  std::string File;      ///< absolute, normalised
  std::string Directory; ///< absolute, normalised
  std::vector<std::string> Arguments;
  friend auto operator<=>(const CompileCommand &, const CompileCommand &) = default;
};

struct CompileDatabase {
  std::string Path;
  std::vector<CompileCommand> Commands; ///< sorted; equal entries once
  std::vector<std::string> Notes;       ///< what was skipped, and why
};

/// The database in `Where` (a directory or the file itself); with `Where` empty, the first one in `Cwd`, its
/// `build` folder, or the folders above. The error says what to do.
llvm::Expected<std::string> findDatabase(llvm::vfs::FileSystem &FS, llvm::StringRef Where, llvm::StringRef Cwd);

llvm::Expected<CompileDatabase> loadDatabase(llvm::vfs::FileSystem &FS, llvm::StringRef Path);

/// The words of a shell command as POSIX quoting has them; no expansions.
std::vector<std::string> splitCommand(llvm::StringRef Command);

/// `Path` made absolute with `Directory`, without "." and "..".
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace offmain

#endif
