// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gdk-threads-deprecated: each use of the GDK lock, deprecated since GTK 3.6, and of gdk_threads_add_*; gone in GTK 4
// (https://docs.gtk.org/gdk3/func.threads_enter.html). In a program built against GTK 2 they were not deprecated: a note.
#include "checks/Common.h"
#include "llvm/ADT/DenseSet.h"

using namespace llvm;

namespace offmain {

void checkGdkThreadsDeprecated(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  DenseSet<uint64_t> Seen;
  const Tables &T = *S.impl().T;
  // GtkObject is the base of GtkWidget in GTK 2 only.
  bool Gtk2 = false;
  for (uint32_t R = 0; R < P.Records.size(); ++R)
    Gtk2 |= T.typeName(RecordId(R)) == "GtkObject";
  // Every use, reached or not.
  for (const Site &At : P.Sites) {
    const Contract &C = T.contract(At);
    if (!ours(P, At) || C.DeprecatedRule != "gdk-threads-deprecated")
      continue;
    // One use of a macro can hold several calls.
    if (!Seen.insert((uint64_t(At.At.File.Index) << 40) | (uint64_t(At.At.Line) << 12) | At.At.Column).second)
      continue;
    std::string Name = At.Macro ? P.text(At.Macro).str() : called(P, At);
    if (At.Macro && At.Callee && P.text(At.Macro) == P.name(At.Callee))
      Name = called(P, At);
    Finding F;
    F.Rule = "gdk-threads-deprecated";
    F.Severity = Gtk2 ? Level::Note : Level::Warning;
    F.Sure = Confidence::High;
    F.At = sourcePlace(P, At.At, At.End);
    F.Function = P.name(At.Caller).str();
    F.Callee = At.Callee ? P.name(At.Callee).str() : P.text(At.Macro).str();
    // gdk_threads_add_*() are not marked as deprecated themselves, but have no other use than the lock.
    bool Posts = any_of(C.Callbacks, [](const CallbackContract &B) { return B.Runs == Thread::Main; });
    F.Message = Name + (Posts ? " takes the GDK lock, which is deprecated since GTK 3.6, and is gone in GTK 4"
                              : " is deprecated since GTK 3.6 and gone in GTK 4");
    F.Advice = C.Advice.empty() ? "call GTK only on the main thread and post to it with g_idle_add()" : C.Advice;
    Out.push_back(std::move(F));
  }
}

} // namespace offmain
