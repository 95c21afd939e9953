// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which calls belong to one thread: on a GUI class, or on an affine object whose home is known. What the effect rules
// report of a call that somebody reaches on a wrong thread, and what the connection rules list of a functor's body.
#ifndef OFFMAIN_CHECKS_QTUSE_H
#define OFFMAIN_CHECKS_QTUSE_H

#include "checks/Common.h"

namespace offmain {

struct QtUse {
  CtxMask Wrong = 0; ///< contexts in which the call must not run
  std::string What;  ///< "QLabel::setText()", "a QTimer is deleted", as the subject of a message
  std::string Doing; ///< the same as what a function does: "calls QLabel::setText()", "deletes a QTimer"
  std::string Why;   ///< "Qt's GUI classes may only be used on the main thread"
  std::string Advice;
  Home Lives; ///< affine objects
};

/// The call is on a class that may only be used on the main thread.
std::optional<QtUse> guiUse(const Program &P, const Solution &S, SiteId Id);
/// The call is on an affine object that is known to live somewhere; two when it concerns two objects.
llvm::SmallVector<QtUse, 2> affineUses(const Program &P, const Solution &S, SiteId Id);

/// A connection that runs the caller of the call there may be reported in place of the finding.
void noteCause(const Program &P, const Solution &S, SiteId Id, Ctx C, Finding &F);

} // namespace offmain

#endif
