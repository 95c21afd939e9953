// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One compile command → one clang parse, for whoever wants to look at the tree.
//
//   command ──clean──▶ clang's own driver ──▶ invocation (bodies outside the project skipped) ──▶ the action's parse
//
// What extract() and the fixes have in common. Errors in the user's code are counted and kept, never printed.
#ifndef OFFMAIN_EXTRACT_PARSE_H
#define OFFMAIN_EXTRACT_PARSE_H

#include "extract/Extract.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/FrontendAction.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace offmain {

class SharedHeaders;

struct Problem {
  uint8_t Severity;
  std::string Path; ///< "" for none
  uint32_t Line = 0, Column = 0;
  std::string Text;
  uint32_t TopLine = 0; ///< the line of the main file that it comes from, by #include
};

/// Counts errors and keeps the first few.
class Problems : public clang::DiagnosticConsumer {
public:
  std::vector<Problem> Kept;
  unsigned Errors = 0;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level, const clang::Diagnostic &Info) override;
};

/// What a parse has to say besides what its action kept.
struct ParseOutcome {
  std::vector<std::string> Command; ///< as cleaned
  std::vector<std::string> Notes;   ///< what was dropped from the command, one line each
  Problems Seen;
  std::string FatalMessage; ///< why nothing was parsed; one line
};

/// Parses the unit with the action that `Make` gives. `Parsed` says whether that action saw a whole unit; when not, the
/// parse is tried once more without the processor's options, with a fresh action. Sets the working directory of
/// `Files` to the request's. With `Shared`, the parse begins with that precompiled header.
ParseOutcome parseUnit(const ExtractRequest &Request, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
                       llvm::function_ref<std::unique_ptr<clang::FrontendAction>()> Make,
                       llvm::function_ref<bool()> Parsed, const SharedHeaders *Shared = nullptr);

/// Precompiles the header Source, read as the unit's command says but for its forced includes, to Output.
ParseOutcome precompile(const ExtractRequest &Request, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
                        llvm::StringRef Source, llvm::StringRef Output,
                        llvm::function_ref<std::unique_ptr<clang::FrontendAction>()> Make);

/// Runs `Parse` on a thread with a stack that deep expressions fit in.
void withDeepStack(llvm::function_ref<void()> Parse);

} // namespace offmain

#endif
