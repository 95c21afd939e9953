// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a handler does behind a call that waits, for a rewrite that has it done later:
//
//   void Window::save() {            void Window::save() {
//     if (!dirty) return;              if (!dirty) return;
//     QThread::msleep(200);     ──▶    QTimer::singleShot(200, this, [this] {
//     write();                           write();
//   }                                  });
//                                    }
//
// That is right only where nobody counts on the rest having been done when the handler returns: no caller of the program's own, no
// loop around, no value that is returned, nothing that the end of the function lets go.
#ifndef OFFMAIN_FIX_REST_H
#define OFFMAIN_FIX_REST_H

#include "fix/Scene.h"

namespace offmain::fix {

struct Rest {
  const clang::FunctionDecl *In = nullptr;
  const clang::Stmt *At = nullptr;             ///< the statement that waits
  std::vector<const clang::Stmt *> Statements; ///< those behind it, without a return of a constant that ends the block
  const clang::Expr *Call = nullptr;           ///< that waits, a part of At
  const clang::VarDecl *Given = nullptr;       ///< what the later call is given anew
  clang::SourceLocation End;                   ///< where they end: at the block's brace, or the return
};

/// The statement, a child of a block or of a branch, that X is a part of.
const clang::Stmt *statementWith(const Scene &S, const clang::Stmt *X);
/// The rest behind `At`, which is a statement around the finding's call; nothing, and why, when it cannot come later.
/// `Own`: a variable that the rewrite itself takes care of.
std::optional<Rest> restBehind(const Scene &S, const Found &F, const clang::Stmt *At, const clang::VarDecl *Own, std::string &Why);

/// A variable of the function that statements mention but do not declare.
struct Mention {
  const clang::VarDecl *V = nullptr;
  bool Changed = false;      ///< assigned, or given to something that may change it
  bool Dereferenced = false; ///< `v->`, `*v`
  bool Tested = false;       ///< compared, or a condition
};

/// What statements mention of the function around them.
struct Needs {
  std::vector<Mention> Variables; ///< in the order of their first mention
  bool This = false;
  bool Returns = false;  ///< `return;`
  std::string Never;     ///< why the statements cannot go elsewhere, ""
};

/// `Without`: a call that does not go with them.
Needs needsOf(const Scene &S, llvm::ArrayRef<const clang::Stmt *> Statements, const clang::Expr *Without);

/// The text from Begin to End with Inside's edits made.
std::string edited(const Scene &S, clang::SourceLocation Begin, clang::SourceLocation End, llvm::ArrayRef<Edit> Inside);
/// And each further line one level deeper. Lines that begin inside of a literal and directives stay where they are.
std::string deeper(const Scene &S, clang::SourceLocation Begin, clang::SourceLocation End, std::vector<Edit> Inside);

} // namespace offmain::fix

#endif
