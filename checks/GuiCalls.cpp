// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/GuiCalls.h"
#include "checks/QtUse.h"

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
      if (T.contract(GetType).What == Role::GuiType && P[GetType].is(FunctionFlag::Outside))
        Do(Id, At, called(P, At) + " of a GTK type");
      return;
    }
    if (T.affinity(T.recordOf(P.arg(At, 0))) == ModelSet::Affinity::Gui)
      Do(Id, At, called(P, At) + " on a widget");
  });
}

void eachQtGuiCall(const Program &P, const Solution &S, GuiCall Do) {
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &) {
    if (guiUse(P, S, Id))
      Do(Id, At, called(P, At));
  });
}

} // namespace offmain
