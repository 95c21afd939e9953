// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-direct-connection: a direct connection runs the slot at once on the thread that emits
// (https://doc.qt.io/qt-6/qt.html#ConnectionType-enum); reported at the connection when the receiver lives elsewhere
// and the slot uses what is bound to that thread.
#include "checks/Misrun.h"

using namespace llvm;

namespace offmain {

static const char *home(const Connection &C) {
  switch (C.Receiver.Kind) {
  case HomeKind::Main:
    return "the main thread";
  case HomeKind::Worker:
    return "another thread";
  case HomeKind::Unknown:
  case HomeKind::Here:
    break;
  }
  return "";
}

void checkQtDirectConnection(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  auto Direct = [](const Connection &C) {
    return C.Form == ConnectionForm::Connect && !C.Contextless && C.Type == Delivery::Direct;
  };
  for (const Misrun &M : misruns(P, S, Direct)) {
    StringRef Lives = home(*M.Of);
    std::string Message = "the direct connection of '" + M.Of->SignalName + "' runs '" + P.name(M.Slot).str() +
                          "' on " + describe(M.Runs).str();
    if (!Lives.empty())
      Message += (", but its object lives in " + Lives).str();
    Finding F = findingOf(P, M, "qt-direct-connection", Level::Error, Message + "; it " + M.Doing);
    F.Advice = "leave the connection type out, or use Qt::QueuedConnection";
    if (Lives.empty()) {
      F.Sure = std::min(F.Sure, Confidence::Medium);
      F.Assumptions.push_back("that the receiver lives in the main thread");
    } else if (M.Of->Receiver.Because) {
      const Site &B = P[M.Of->Receiver.Because];
      F.Related.insert(F.Related.begin(),
                       {sourcePlace(P, B.At, B.End), M.Of->Receiver.Why.empty() ? "made here" : M.Of->Receiver.Why,
                        P.name(B.Caller).str()});
    }
    Out.push_back(std::move(F));
  }
}

} // namespace offmain
