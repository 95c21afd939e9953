// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q017 as fixed: the callback asks the window, by a posted call, to close itself.
#include "projector.h"

OBSProjector::OBSProjector(OBSBasic *owner) : main(owner), removedSignal("remove", OBSSourceRemoved, this) {}

void OBSProjector::OBSSourceRemoved(void *data) {
  auto *window = static_cast<OBSProjector *>(data);
  QMetaObject::invokeMethod(window, "EscapeTriggered");
}

void OBSProjector::EscapeTriggered() { main->DeleteProjector(this); }

void OBSBasic::DeleteProjector(OBSProjector *projector) {
  projectors.removeAll(projector);
  delete projector;
}
