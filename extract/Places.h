// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clang's source locations → places of the facts, and the line between the project and the world outside.
//
// A place inside a macro is the place of the outermost use, because that is the line the user wrote. "Outside" is
// decided once a file: what clang takes for a system header, and what lies under /usr or /opt, unless it lies by the
// main file (so that sources shipped below /usr can be analyzed).
#ifndef OFFMAIN_EXTRACT_PLACES_H
#define OFFMAIN_EXTRACT_PLACES_H

#include "facts/Builder.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"

namespace offmain {

class Places {
public:
  Places(const clang::SourceManager &Sources, const clang::LangOptions &Language)
      : Sources(Sources), Language(Language) {}

  /// Also true for no place, for builtins and for the command line.
  bool outside(clang::SourceLocation At);
  bool outsideFile(clang::FileID File) { return info(File).Outside; }

  /// Where a token begins.
  facts::fb::Loc begin(facts::UnitBuilder &B, clang::SourceLocation At);
  /// One column past where a token ends.
  facts::fb::Loc end(facts::UnitBuilder &B, clang::SourceLocation At);
  /// The outermost macro At was written through (string+1), 0 if none.
  uint32_t macro(facts::UnitBuilder &B, clang::SourceLocation At);

  /// Absolute path without dots; "" for a buffer that is no file.
  llvm::StringRef path(clang::FileID File) const;

  const clang::SourceManager &sources() const { return Sources; }

private:
  struct FileInfo {
    bool Outside = true;
    bool Known = false;   ///< Index is set
    uint32_t Index = 0;   ///< in Unit.files
  };
  FileInfo &info(clang::FileID File);
  facts::fb::Loc place(facts::UnitBuilder &B, clang::FileID File, unsigned Offset);

  const clang::SourceManager &Sources;
  const clang::LangOptions &Language;
  llvm::DenseMap<clang::FileID, FileInfo> Files;
  clang::FileID LastFile;
  FileInfo *Last = nullptr;
};

/// Where a finding says that a call is: at the name of a method, the operator, else at its beginning.
clang::SourceLocation placeOf(const clang::CallExpr *X);

} // namespace offmain

#endif
