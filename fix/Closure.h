// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A closure for C: a struct of values, a function that runs statements with them, a function that frees them.
//
//   scan_thread (…)                          typedef struct { GtkWidget *label; char *text; } ScanThreadIdle;
//   {                                        static void scan_thread_idle_free (gpointer user_data) {…}
//     …                               ──▶    static gboolean scan_thread_idle (gpointer user_data) {…}
//     gtk_label_set_text (…);                scan_thread (…)
//     …                                      { … {ScanThreadIdle *data = g_new (…); …; g_idle_add_full (…, data, …);} … }
//
// Shared by all rewrites of C that let code run later: posts to the main loop, timeouts, callbacks of `_async` calls
// and of signals. What is registered, and how, is theirs to say.
#ifndef OFFMAIN_FIX_CLOSURE_H
#define OFFMAIN_FIX_CLOSURE_H

#include "fix/CStyle.h"
#include "fix/Moved.h"

namespace offmain::fix {

/// The function that is to hold the statements.
struct ClosureShape {
  std::string Suffix = "idle";         ///< of its name, after that of the function around
  std::string Returns = "gboolean";
  std::vector<std::string> Parameters; ///< before the `gpointer` with the values: "GObject *source"
  std::vector<std::string> First;      ///< lines before the statements; may mention the parameters
  std::vector<std::string> Comment;    ///< lines in front of the statements
  std::string Result;                  ///< its last statement: "return G_SOURCE_REMOVE;"
  bool FreesItself = false;            ///< no destroy notify will: the function does it, before it returns
};

struct Closure {
  std::string Name;        ///< of the function
  std::string Definitions; ///< struct, free function, function; to stand before the function around
  std::vector<std::string> Setup; ///< statements that make the struct
  std::string Data, Free;  ///< arguments: "data", "NULL" or what makes the one value that there is ("g_object_ref (label)", to be
                           ///< written once); "scan_thread_idle_free", "g_free", "g_object_unref" or "NULL"
  std::string Held;        ///< what the function itself calls the data: what `Free` is given there
  std::vector<const clang::VarDecl *> Locals; ///< see Moved
};

/// `Taken` has the names that other closures of the same file got, and gets this one's.
std::optional<Closure> makeClosure(const Scene &S, const Move &M, const ClosureShape &Shape, llvm::StringSet<> &Taken,
                                   std::string &Why);

/// The idiom's end: G_SOURCE_REMOVE, or FALSE where the headers do not have it yet.
std::string sourceRemove(const Scene &S);

/// The statement that has the main loop run the closure, after its setup; in lines as long as the code at `Instead` has them.
std::string idleAdd(const Scene &S, const Closure &C, const clang::Stmt *Instead);

/// The edits that put the closures' definitions before the function around `Inside`, in one piece. Null, and why, if there is no
/// place for them.
std::optional<Edit> define(const Scene &S, const clang::Stmt *Inside, llvm::ArrayRef<Closure> Closures, std::string &Why);
/// The edit that writes `Lines` (statements) in place of the moved ones, in braces where they need some.
/// `Declares`: a variable is among them.
Edit writeInstead(const Scene &S, const Move &M, llvm::ArrayRef<std::string> Lines, bool Declares = true);
/// The edits that take away the declarations of variables that have gone.
std::vector<Edit> undeclare(const Scene &S, llvm::ArrayRef<const clang::VarDecl *> Gone);

} // namespace offmain::fix

#endif
