// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-contextless-connect: a functor connected, posted or continued without a context object runs on whichever thread
// emits or finishes (https://doc.qt.io/qt-6/qobject.html#connect-4, https://doc.qt.io/qt-6/qtfuture.html#Launch-enum).
// Reported at the connection when that is not the main thread and the body uses what belongs there.
#include "checks/Misrun.h"

using namespace llvm;

namespace offmain {

/// "the functor connected to 'QThread::finished' without a context object"
static std::string subject(const Program &P, const Connection &C) {
  std::string Given = called(P, P[C.Site]) + " without a context object";
  switch (C.Form) {
  case ConnectionForm::Connect:
    return "the functor connected to '" + C.SignalName + "' without a context object";
  case ConnectionForm::Continuation:
    return "the continuation given to " + Given;
  case ConnectionForm::SingleShot:
  case ConnectionForm::Invocation:
    return "the functor given to " + Given;
  }
  return Given;
}

void checkQtContextlessConnect(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  for (const Misrun &M : misruns(P, S, [](const Connection &C) { return C.Contextless; })) {
    Finding F = findingOf(P, M, "qt-contextless-connect", Level::Warning,
                          subject(P, *M.Of) + " runs on " + describe(M.Runs).str() + " and " + M.Doing + "; " + M.Why);
    F.Advice = "pass an object that lives in the main thread as context, before the functor";
    Out.push_back(std::move(F));
  }
}

} // namespace offmain
