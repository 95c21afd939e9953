// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements taken out of a unit, and with them what would be left behind: blocks and `if`s that are empty then, blank lines, a comment
// that spoke of them, static functions and variables that nobody else uses.
//
//   drop(statements) ──▶ what becomes empty ──▶ what becomes unused ──▶ ... ──▶ ranges of text, whole lines where possible
//
// What is taken is a set of statements rather than a list of edits, because two that go together can empty a block that
// neither empties alone.
#ifndef OFFMAIN_FIX_REMOVAL_H
#define OFFMAIN_FIX_REMOVAL_H

#include "fix/Scene.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace offmain::fix {

/// The statement that X is all of; where a macro writes X, all that this use of the macro writes. Null when the value is
/// used, or the statement has other parts.
const clang::Stmt *wholeStatement(const Scene &S, const clang::Stmt *X);

/// Leaving it out changes nothing but its value.
bool isPure(const clang::Expr *X);

/// Begin and end of the definitions of macros that write only the lock, around the one at Offset; none if that one writes more.
std::optional<std::pair<unsigned, unsigned>> lockDefinitions(llvm::StringRef Text, unsigned Offset);

class Removal {
public:
  explicit Removal(Scene &S) : S(S) {}
  Removal(const Removal &) = delete;

  /// A statement that stands where statements stand.
  void drop(const clang::Stmt *Statement);
  /// Text of one file that goes as it is, e.g. the definition of a macro.
  void drop(clang::FileID File, unsigned Begin, unsigned End) { Texts.push_back({File, Begin, End, ""}); }
  bool dropped(const clang::Stmt *Statement) const { return Gone.contains(Statement); }
  /// Everything that goes, by file and offset.
  std::vector<Edit> edits();

private:
  struct Range {
    clang::FileID File;
    unsigned Begin, End;
    std::string Text; ///< in its place
  };
  struct Use {
    const clang::DeclRefExpr *Ref;
    const clang::FunctionDecl *In; ///< the function, or null
  };
  void findUses();
  void closeUpwards();
  bool emptied(const clang::CompoundStmt *Block) const;
  bool takeUnused();
  bool takeCallsOfEmptied();
  bool keepsCondition(const clang::IfStmt *If);
  bool takeAssignments(const clang::VarDecl *V, llvm::ArrayRef<Use> Uses);
  bool saysMore(const clang::CompoundStmt *Block) const;
  bool unusedNow(const clang::Decl *D, llvm::ArrayRef<Use> Uses) const;
  bool inGone(const clang::Stmt *X) const;
  Range rangeOf(const clang::Stmt *X) const;
  Range rangeOf(clang::SourceRange R, bool Braced) const;
  void addEmpty(const clang::Stmt *X, std::vector<Range> &Out) const;
  void addRanges(const clang::Stmt *X, std::vector<Range> &Out) const;
  Range widened(Range R) const;
  std::vector<Range> merged(std::vector<Range> All) const;
  Range withoutBlankLines(Range R) const;
  Range withDirectives(Range R) const;
  llvm::StringRef bufferOf(clang::FileID File) const { return S.sources().getBufferData(File); }

  Scene &S;
  llvm::SetVector<const clang::Stmt *> Gone;
  llvm::DenseMap<const clang::Stmt *, std::string> Instead; ///< of one that is gone
  llvm::SetVector<const clang::Decl *> GoneDecls;
  std::vector<Range> Texts;
  llvm::MapVector<const clang::Decl *, std::vector<Use>> Uses; ///< of what the unit alone can see
};

} // namespace offmain::fix

#endif
