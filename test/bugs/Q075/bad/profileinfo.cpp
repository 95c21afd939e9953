// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q075, qTox: logging out from the profile page, on the main thread, invokes the application object and waits for it;
// that lives on the same thread.
#include "profileinfo.h"

void ProfileInfo::logout() {
  QMetaObject::invokeMethod(&Nexus::getInstance(), "showLogin", Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
}
// CHAIN: ProfileForm::onLogoutClicked -> ProfileInfo::logout
