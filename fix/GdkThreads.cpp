// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gdk_threads_add_*() → the function of GLib that it stands for, where the program does not use the lock any more.
//
// The GDK variants take the lock around the callback; without one they are their namesakes
// (https://docs.gtk.org/gdk3/func.threads_add_idle.html).
#include "fix/Scene.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

Proposal dropDeprecatedThreadsCall(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  const auto *Name = Call ? dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts()) : nullptr;
  if (!F || !Name || !S.written(Name->getSourceRange()))
    return advice("the call is written by a macro");
  StringRef Other = StringSwitch<StringRef>(F->getName())
                        .Case("gdk_threads_add_idle", "g_idle_add")
                        .Case("gdk_threads_add_idle_full", "g_idle_add_full")
                        .Case("gdk_threads_add_timeout", "g_timeout_add")
                        .Case("gdk_threads_add_timeout_full", "g_timeout_add_full")
                        .Case("gdk_threads_add_timeout_seconds", "g_timeout_add_seconds")
                        .Case("gdk_threads_add_timeout_seconds_full", "g_timeout_add_seconds_full")
                        .Default("");
  if (Other.empty())
    return advice("the lock can only go when all of its regions go together");
  Proposal P;
  P.Title = "call " + Other.str() + "()";
  P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(Name->getSourceRange()), Other.str()));
  return P;
}

} // namespace offmain::fix
