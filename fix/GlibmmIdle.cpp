// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An idle slot that a thread connects by glibmm → a function on the heap, posted by GLib.
//
//   Glib::signal_idle().connect_once([i] { show(i); });
//   ──▶
//   g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, [](gpointer data) -> gboolean {
//     (*static_cast<std::function<void()> *>(data))();
//     return G_SOURCE_REMOVE;
//   }, new std::function<void()>([i] { show(i); }), [](gpointer data) { delete static_cast<std::function<void()> *>(data); });
//
// connect() keeps a sigc::connection and connect_once() refuses trackable slots, neither for other threads to use
// (https://gnome.pages.gitlab.gnome.org/glibmm/classGlib_1_1SignalIdle.html); g_idle_add_full() is made for them, and a
// lambda that takes a plain `this` along registers nothing with the object. Glib::MainContext::invoke() was rejected: it
// takes a sigc::slot. A Glib::Dispatcher needs a member and a connection in the constructor, which is for the user to place.
#include "fix/Captures.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

bool isCallOf(const Expr *X, StringRef Name) {
  const auto *Call = dyn_cast<CallExpr>(X);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->getDeclName().isIdentifier() && F->getName() == Name;
}

/// The lambda for `sigc::mem_fun(*this, &Window::done)`.
std::string lambdaFor(const Scene &S, const CallExpr *MemFun) {
  if (MemFun->getNumArgs() != 2)
    return "";
  const Expr *Object = MemFun->getArg(0)->IgnoreUnlessSpelledInSource();
  if (const auto *Star = dyn_cast<UnaryOperator>(Object); Star && Star->getOpcode() == UO_Deref)
    Object = Star->getSubExpr()->IgnoreParenImpCasts();
  const auto *Address = dyn_cast<UnaryOperator>(MemFun->getArg(1)->IgnoreUnlessSpelledInSource());
  const auto *Method = Address ? dyn_cast<DeclRefExpr>(Address->getSubExpr()->IgnoreParenImpCasts()) : nullptr;
  if (!isa<CXXThisExpr>(Object) || !Method || !S.written(MemFun->getSourceRange()))
    return "";
  return "[this] { return " + Method->getDecl()->getNameAsString() + "(); }";
}

/// The slot as a lambda that owns what it means; empty, and why, when it is none.
std::string slotText(const Scene &S, const Expr *Slot, std::string &Why) {
  Slot = Slot->IgnoreUnlessSpelledInSource();
  while (const auto *Made = dyn_cast<CXXConstructExpr>(Slot)) { // the slot made of it
    if (Made->getNumArgs() != 1)
      break;
    Slot = Made->getArg(0)->IgnoreUnlessSpelledInSource();
  }
  if (isCallOf(Slot, "mem_fun"))
    if (std::string Text = lambdaFor(S, cast<CallExpr>(Slot)); !Text.empty())
      return Text;
  const auto *L = dyn_cast<LambdaExpr>(Slot);
  if (!L || !S.written(L->getSourceRange())) {
    Why = "post it by a Glib::Dispatcher that the main thread made, or by g_idle_add_full()";
    return "";
  }
  for (const LambdaCapture &C : L->captures())
    if (C.capturesVariable() && C.getCaptureKind() == LCK_ByRef) {
      Why = "the slot refers to variables that may be gone by then: have it take copies along first";
      return "";
    }
  return S.text(L).str();
}

} // namespace

Proposal postWithoutSlot(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(At.Call);
  const Expr *Signal = Call ? Call->getImplicitObjectArgument()->IgnoreUnlessSpelledInSource() : nullptr;
  bool Once = Call && isCallOf(Call, "connect_once");
  if (!Signal || !isCallOf(Signal, "signal_idle") || (!Once && !isCallOf(Call, "connect")) || !Call->getNumArgs())
    return advice("post it by a Glib::Dispatcher that the main thread made, or by g_idle_add_full()");
  if (!S.statementOf(Call))
    return advice("the connection is kept, so that it can be cut: GLib's g_idle_add_full() gives a number for that");
  if (!S.written(Call->getSourceRange()) || !S.language().CPlusPlus11)
    return advice("it is written by a macro");
  std::string Why, Slot = slotText(S, Call->getArg(0), Why);
  if (!Why.empty())
    return advice(Why);
  std::string Priority = "G_PRIORITY_DEFAULT_IDLE";
  if (Call->getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(Call->getArg(1)))
    Priority = S.text(Call->getArg(1)).str();
  SourceLocation Begin = Call->getBeginLoc();
  StringRef End = S.lineEnd(Begin);
  std::string Indent = S.indentation(Begin).str(), Deeper = Indent + S.indentUnit(Begin), Run;
  StringRef Type = Once ? "std::function<void()>" : "std::function<bool()>";
  std::string Made = ("static_cast<" + Type + " *>(data)").str();
  if (Once)
    Run = (" {" + End + Deeper + "(*" + Made + ")();" + End + Deeper + "return G_SOURCE_REMOVE;" + End + Indent + "}").str();
  else
    Run = " { return (*" + Made + ")(); }";
  Proposal P;
  P.Title = "post it by GLib";
  P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(Call->getSourceRange()),
                              ("g_idle_add_full(" + Priority + ", [](gpointer data) -> gboolean" + Run + ", new " + Type + "(" + Slot +
                               "), [](gpointer data) { delete " + Made + "; })")
                                  .str()));
  append_range(P.Edits, S.include({"functional"}, Begin));
  return P;
}

} // namespace offmain::fix
