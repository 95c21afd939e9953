// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// .offmain.yaml: what a project asks for, found upward from the working directory. The command line wins over it.
//
//   checks: [gtk-*, -gdk-threads-deprecated]    confidence: high        fail-on: error
//   exclude: [third_party/*]                    cache-dir: .cache       jobs: 4
//   model-files: [tools/threads.yaml]           models: {functions: [...]}
//
// Paths are relative to the file's folder. An unknown key is an error that names its line.
#ifndef OFFMAIN_DRIVER_CONFIG_H
#define OFFMAIN_DRIVER_CONFIG_H

#include "findings/Finding.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>
#include <string>
#include <vector>

namespace offmain {

/// From which level on findings make the exit code 1; nothing: never.
using FailOn = std::optional<Level>;

struct Config {
  std::string Path; ///< "" when there is none
  std::optional<std::string> Checks;
  std::optional<Confidence> AtLeast;
  std::optional<FailOn> Fail;
  std::vector<std::string> Exclude;
  std::vector<std::string> ModelFiles; ///< absolute
  std::string Models;                  ///< YAML text, its lines as far down as in the file
  std::optional<std::string> CacheDirectory;
  std::optional<unsigned> Jobs;
};

/// Reads a configuration. Errors read "file:line: what".
llvm::Expected<Config> parseConfig(llvm::MemoryBufferRef Text);

/// Finds and reads `.offmain.yaml` in `Directory` or above; an empty Config when there is none.
llvm::Expected<Config> findConfig(llvm::vfs::FileSystem &FS, llvm::StringRef Directory);

/// "error", "warning", "note", "never".
std::optional<FailOn> parseFailOn(llvm::StringRef Text);

} // namespace offmain

#endif
