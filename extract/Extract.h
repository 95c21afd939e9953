// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One compile command → the facts of one translation unit.
//
//   command ──clean──▶ clang's own driver ──▶ parse, bodies outside the project skipped ──▶ walk ──▶ facts bytes
//
// A pure function of (command, include path variables, files): nothing in the command is executed, no plugin is loaded,
// no file is written. Two things make it cheaper than the compiler's own parse: bodies of system functions are skipped
// while parsing (0.6 - 0.8 of `clang -fsyntax-only`), and units of one command share precompiled headers (SharedHeaders.h).
#ifndef OFFMAIN_EXTRACT_EXTRACT_H
#define OFFMAIN_EXTRACT_EXTRACT_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <cstdint>
#include <string>
#include <vector>

namespace offmain {

class SharedHeaders;

/// One entry of a compile database.
struct ExtractRequest {
  std::string Directory;              ///< where the compiler ran; absolute
  std::string File;                   ///< the main source, relative to Directory or absolute
  std::vector<std::string> Arguments; ///< the command with the compiler (and its launchers) in front
  bool Strict = false; ///< undeclared functions and mixed pointer types in C are errors, as to today's compilers
};

struct ExtractResult {
  std::string Facts;               ///< bytes of a facts file; empty when nothing could be parsed (see FatalMessage)
  std::vector<std::string> Reads;  ///< every file opened, absolute, sorted; also those only `__has_include` found
  std::vector<std::string> Absent; ///< names looked for that are not there, absolute, sorted
  std::vector<std::string> Listed; ///< folders whose entries were looked through, absolute, sorted
  std::vector<std::string> Notes;  ///< what was dropped from the command, one line each
  unsigned Errors = 0;             ///< parse errors; the facts then hold what could be parsed
  std::string FatalMessage;        ///< why there are no facts; one line
  std::string NotShared;           ///< why precompiled headers that were given were not used
};

/// Parses the unit and writes down what it does. Sets the working directory of `Files` to the request's. Never
/// throws the process away for the user's code being wrong: errors are counted and recorded in the facts.
/// With `Shared` (SharedHeaders.h) it is parsed with that precompiled header, unless the facts might differ by it; what
/// the set itself was read from is not among Reads, Absent and Listed then.
ExtractResult extract(const ExtractRequest &Request, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
                      const SharedHeaders *Shared = nullptr);

/// The command after cleaning, as it is given to clang's driver: what `doctor` shows. Response files are read from
/// `Files`, the real file system when null.
std::vector<std::string> cleanCommand(const ExtractRequest &Request, std::vector<std::string> &Notes,
                                      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files = nullptr);

/// "NAME=VALUE" for each variable of the environment that clang's driver takes folders of headers from: as much a part
/// of the command as its words.
std::vector<std::string> includePathEnvironment();

/// Part of the cache key: changes when the same command and files could give other facts.
uint64_t toolVersionHash();

} // namespace offmain

#endif
