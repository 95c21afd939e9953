// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q017, obs-studio: a projector whose source is removed is deleted by the library's callback, on the library's thread.
// CHECKS: qt-off-main-thread
#include "projector.h"

OBSProjector::OBSProjector(OBSBasic *owner) : main(owner), removedSignal("remove", OBSSourceRemoved, this) {}

void OBSProjector::OBSSourceRemoved(void *data) {
  auto *window = static_cast<OBSProjector *>(data);
  window->main->DeleteProjector(window);
}

void OBSProjector::EscapeTriggered() {}

void OBSBasic::DeleteProjector(OBSProjector *projector) {
  projectors.removeAll(projector);
  delete projector; // EXPECT: qt-off-main-thread
}
// CHAIN: destroySources -> OBSProjector::OBSSourceRemoved -> OBSBasic::DeleteProjector
