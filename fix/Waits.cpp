// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call that blocks the main loop → its form that calls back, by what the models say of it.
#include "fix/Waits.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

Proposal waitLess(Scene &S, const Found &At) {
  const Promise &Says = At.T->Says;
  if (Says.Role == "sleep")
    return sleepLater(S, At);
  if (Says.Role == "run-dialog" && S.lookup("QDialog"))
    return openDialog(S, At);
  return advice("do the work on another thread, or use a form that calls back when it is done");
}

} // namespace offmain::fix
