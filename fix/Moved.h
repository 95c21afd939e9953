// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements that go to another function, and what they need there.
//
//   gtk_label_set_text (GTK_LABEL (app->label), text);
//                                  ~~~~~~~~~~   ~~~~
//   ──▶ gtk_label_set_text (GTK_LABEL (data->label), data->text);      label = app->label, text = text
//
// The text stays as it is written, comments included, but for the expressions whose value is taken along. When that value is
// read differs: a thread works out what it can where it stands (`Early`), so nothing the later code reads may change under it; the
// rest of a handler goes along as it is (`Late`), with the variables it mentions. Variables that nothing else
// mentions go along themselves.
#ifndef OFFMAIN_FIX_MOVED_H
#define OFFMAIN_FIX_MOVED_H

#include "fix/Carry.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain::fix {

enum class When { Early, Late };

/// What is to go, and what its author knows of it.
struct Move {
  std::vector<const clang::Stmt *> Statements;   ///< neighbours, in their order
  std::vector<const clang::Stmt *> Elsewhere;    ///< others of the function that go to functions of their own
  std::vector<const clang::Stmt *> Staying;      ///< parts of the statements that do not go
  When Values = When::Early;
  /// Early: whether this call goes along, rather than its result.
  std::function<bool(const clang::CallExpr *)> Goes = [](const clang::CallExpr *) { return false; };
  /// A pointer whose target is known to live long enough: carried as it is.
  std::function<bool(const clang::VarDecl *)> Outlives = [](const clang::VarDecl *) { return false; };
  llvm::DenseMap<const clang::Expr *, std::string> Instead; ///< expression → what is written for it
  std::string Return; ///< what is written for `return;`; "": there may be none
};

struct Carried {
  std::string Name;
  Holding How;
  std::string Value;      ///< as it is written where the statements stood
  bool MayBeNull = false; ///< objects and copies
};

struct Moved {
  std::vector<std::string> Lines; ///< without the indentation that they have in common, without line ends
  std::string Data;               ///< what the pointer to the carried values is called in them
  std::vector<Carried> Values;
  bool Alone = false; ///< there is one value, an object or a text: it is carried itself, and the text calls it by its name
  std::vector<const clang::VarDecl *> Locals; ///< to be declared anew; where they are declared now they are not needed
};

/// The statements as they look in a function of their own; nothing, and why, when they cannot go.
std::optional<Moved> moveOut(const Scene &S, const Move &M, std::string &Why);

} // namespace offmain::fix

#endif
