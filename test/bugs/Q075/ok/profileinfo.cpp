// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q075, fixed: an auto connection, which is a call on the same thread.
#include "profileinfo.h"

void ProfileInfo::logout() {
  QMetaObject::invokeMethod(&Nexus::getInstance(), "showLogin");
}
