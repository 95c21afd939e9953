// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A parsed unit as the builders of fixes look at it: what stands at a finding, and what is around it.
//
// Only code that is written once, in a file, as it stands can be edited: what a macro or a template's instance makes
// is found but has no text of its own (`written` says so).
#ifndef OFFMAIN_FIX_SCENE_H
#define OFFMAIN_FIX_SCENE_H

#include "extract/Places.h"
#include "fix/Fix.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

namespace offmain::fix {

/// A target and the expression it names.
struct Found {
  const Target *T = nullptr;
  const clang::Expr *Call = nullptr; ///< null: nothing of the kind stands there
};

class Scene {
public:
  Scene(clang::ASTContext &Context, std::vector<clang::Decl *> TopLevel);

  /// Looks for all targets; once.
  std::vector<Found> find(llvm::ArrayRef<Target> Targets);
  /// The target whose call, or the chain that begins with it, is the whole of the statement, if any.
  const Found *targetOf(const clang::Stmt *Statement) const;
  /// The target that names this very expression, if any.
  const Found *targetAt(const clang::Expr *X) const;

  clang::ASTContext &context() const { return Context; }
  const clang::SourceManager &sources() const { return Context.getSourceManager(); }
  const clang::LangOptions &language() const { return Context.getLangOpts(); }

  llvm::ArrayRef<clang::Decl *> topLevel() const { return TopLevel; }

  const clang::Stmt *parent(const clang::Stmt *S) const;
  /// Where a local variable is declared.
  const clang::DeclStmt *declarationOf(const clang::VarDecl *V) const;
  /// X stands where statements stand: its value, if it has one, is not used.
  bool isStatement(const clang::Stmt *X) const;
  /// The innermost function, method or lambda's operator around.
  const clang::FunctionDecl *functionAround(const clang::Stmt *S) const;
  /// `a()->b()->c()` for the call `a()`: the last call that is made on what X gives; X itself if there is none.
  const clang::Expr *chainEnd(const clang::Expr *X) const;
  /// The expression statement that X is the whole of; null when X's value is used.
  const clang::Expr *statementOf(const clang::Expr *X) const;
  /// Whether Parent takes X for a statement, not for its value.
  bool isWhole(const clang::Stmt *X, const clang::Stmt *Parent) const;
  /// Declared in a file that is not the project's.
  bool isOutside(const clang::Decl *D) const { return Where.outside(D->getLocation()); }

  /// In a file of the project.
  bool isProject(clang::SourceLocation At) const { return !Where.outside(At); }
  /// Whether the range is plain text of one file.
  bool written(clang::SourceRange R) const;
  llvm::StringRef text(clang::SourceRange R) const;
  llvm::StringRef text(const clang::Stmt *S) const { return text(S->getSourceRange()); }
  /// Also of what begins or ends with the use of a macro: `QStringLiteral("a") + b`.
  llvm::StringRef textWithMacros(const clang::Stmt *S) const;
  /// The statement's text with its semicolon; empty when it has none of its own.
  clang::CharSourceRange withSemicolon(const clang::Stmt *S) const;
  /// Behind the token at At, or behind the use of the macro that writes it.
  clang::SourceLocation after(clang::SourceLocation At) const;
  /// White space in front of the line that At is on.
  llvm::StringRef indentation(clang::SourceLocation At) const;
  /// One level of indentation, as the file has it.
  std::string indentUnit(clang::SourceLocation At) const;
  /// "\r\n" or "\n".
  llvm::StringRef lineEnd(clang::SourceLocation At) const;

  Edit replace(clang::CharSourceRange R, std::string Text) const;
  Edit replace(clang::FileID File, unsigned Begin, unsigned End, std::string Text) const;
  Edit insert(clang::SourceLocation At, std::string Text) const;
  /// `#include <Name>` for those that are not there, after the last #include above At that no #if surrounds; one edit each.
  std::vector<Edit> include(llvm::ArrayRef<llvm::StringRef> Names, clang::SourceLocation At) const;
  /// A comment or a directive stands in the statement.
  bool hasComment(const clang::Stmt *S) const;
  /// Nothing but white space is between the two statements.
  bool adjacent(const clang::Stmt *First, const clang::Stmt *Second) const;
  /// Nothing but white space and comments is, and no directive.
  bool nothingBetween(const clang::Stmt *First, const clang::Stmt *Second) const;

  /// A record of that name, or one that derives from it.
  bool isA(const clang::CXXRecordDecl *R, llvm::StringRef Name) const;
  /// A function, class or template of that name at the top level or in the record: whether the headers have it.
  const clang::NamedDecl *lookup(llvm::StringRef Name, const clang::DeclContext *In = nullptr) const;
  bool hasMacro(llvm::StringRef Name) const;

private:
  clang::ASTContext &Context;
  mutable Places Where;
  std::vector<clang::Decl *> TopLevel;
  std::vector<Found> All;
  llvm::DenseMap<const clang::Stmt *, size_t> ByStatement; ///< statement → All
  llvm::DenseMap<const clang::Expr *, size_t> ByCall;
};

/// A kind of fix: the edits for one target, or advice. Proposals with the same edits are taken for one.
using Builder = Proposal (*)(Scene &S, const Found &At);

Proposal advice(std::string Why);

Proposal postWithQt(Scene &S, const Found &At);
Proposal addContextObject(Scene &S, const Found &At);
Proposal dropConnectionType(Scene &S, const Found &At);
Proposal postWithGLib(Scene &S, const Found &At);
Proposal deleteLater(Scene &S, const Found &At);
Proposal dropParent(Scene &S, const Found &At);
Proposal waitLess(Scene &S, const Found &At);
Proposal captureByValue(Scene &S, const Found &At);
Proposal postWithoutSlot(Scene &S, const Found &At);

/// All targets of a rule in the unit at once, where what is done for one depends on the others.
using BuilderOfAll = std::vector<Proposal> (*)(Scene &S, llvm::ArrayRef<Found> All);

std::vector<Proposal> dropGdkLock(Scene &S, llvm::ArrayRef<Found> Uses);

} // namespace offmain::fix

#endif
