// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/GuiCalls.h"

using namespace llvm;

namespace offmain {

void eachGtkCall(const Program &P, const Solution &S, GuiCall Do) {
  const Tables &T = *S.impl().T;
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    if (C.RunsOn == Thread::Main && C.Kit == Toolkit::Gtk && C.What != Role::ToolkitInit &&
        C.What != Role::ToolkitLoop && C.What != Role::IterateContext)
      return Do(Id, At, called(P, At));
    // Making, changing or dropping a widget through GObject is a GTK call as well.
    if (C.What != Role::GNewObject && C.What != Role::GSetProperty && C.What != Role::GUnref)
      return;
    ValueId Object = T.strip(P.arg(At, 0));
    if (C.What == Role::GNewObject) {
      if (!Object || P[Object].Kind != ValueKind::CallResult || !P.Sites[P[Object].A].Callee)
        return;
      FunctionId GetType = P.Sites[P[Object].A].Callee;
      StringRef Name = P.name(GetType);
      if (Name.starts_with("gtk_") && Name.ends_with("_get_type") && P[GetType].is(FunctionFlag::Outside) &&
          !Name.contains("store_get_type"))
        Do(Id, At, called(P, At) + " of a GTK type");
      return;
    }
    if (T.affinity(T.recordOf(P.arg(At, 0))) == ModelSet::Affinity::Gui)
      Do(Id, At, called(P, At) + " on a widget");
  });
}

/// What a generated constructor or the destructor of a widget heir promises: what the widget's own does.
static const Contract &generatedConstructor() {
  static const Contract C = [] {
    Contract Made;
    Made.RunsOn = Thread::Main;
    Made.Kit = Toolkit::Qt;
    return Made;
  }();
  return C;
}

void eachQtGuiCall(const Program &P, const Solution &S, GuiCall Do) {
  const Tables &T = *S.impl().T;
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &) {
    // A constructor that nobody wrote is no place to show: what it does happens where the object is made.
    if (P[At.Caller].is(FunctionFlag::Implicit))
      return;
    bool Generated = At.Callee && At.is(SiteFlag::Constructor) && !At.is(SiteFlag::BaseInit) &&
                     P[At.Callee].is(FunctionFlag::Implicit) && P[At.Callee].hasBody() &&
                     T.affinity(P[At.Callee].Record) == ModelSet::Affinity::Gui;
    bool Deleted = At.is(SiteFlag::Delete) && At.Callee && T.affinity(P[At.Callee].Record) == ModelSet::Affinity::Gui;
    const Contract &Named = Generated || Deleted ? generatedConstructor() : T.contract(At);
    Contract Inherited;
    if (Named.RunsOn == Thread::Unset && At.Receiver && T.affinity(T.recordOf(At.Receiver)) == ModelSet::Affinity::Gui)
      Inherited = receiverContract(P, S, At);
    const Contract &C = Named.RunsOn == Thread::Unset ? Inherited : Named;
    if (C.RunsOn != Thread::Main || C.Kit != Toolkit::Qt || C.What == Role::ToolkitInit || C.What == Role::ToolkitLoop)
      return;
    // What dies by itself at the end of a scope or with its owner is not a call somebody wrote here.
    if (At.is(SiteFlag::Destructor) && At.is(SiteFlag::Implicit))
      return;
    Do(Id, At, called(P, At));
  });
}

} // namespace offmain
