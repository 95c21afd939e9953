// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// blocking-call-on-main: a call that may block, reachable from a handler of the running main loop. Tiers: unbounded
// and bounded by a constant of at least 50 ms are warnings; short and nested loops are notes. What main() does before
// the loop starts, and what a destructor waits for, is not reported (see solve/Contexts.cpp).
#include "checks/Descriptors.h"
#include "checks/Waits.h"

using namespace llvm;

namespace offmain {

namespace {

/// " can block the main thread for up to 200 ms"
std::string told(const Wait &W) {
  switch (W.Kind) {
  case WaitKind::Long:
    return " can block the main thread" + (W.UpToMs ? " for up to " + std::to_string(*W.UpToMs) + " ms" : "");
  case WaitKind::Short:
    return " can block the main thread for a short time";
  case WaitKind::LocalFile:
    return " accesses a local file, which can block the main thread for a short time";
  case WaitKind::NestedLoop:
    return " runs a nested main loop";
  }
  return "";
}

} // namespace

void checkBlockingCallOnMain(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Descriptors Fds(P, S);
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    if (C.Blocking == Blocks::Unset || C.Blocking == Blocks::No)
      return;
    auto Where = surest(S, P, Id, maskOf(Ctx::Handler));
    auto W = Where ? waitAt(S, P, Id, C) : std::nullopt;
    if (!W || Fds.ready(Id))
      return;
    Level Severity = W->Kind == WaitKind::Long ? Level::Warning : Level::Note;
    Finding F = findingAt(P, S, Id, *Where, "blocking-call-on-main", Severity,
                          called(P, At) + told(*W) + ": it is reached from a handler of the main loop");
    F.Sure = std::min(F.Sure, W->Sure);
    if (!C.Async.empty())
      F.Advice = "use " + C.Async + "()";
    else if (!C.Advice.empty())
      F.Advice = C.Advice;
    else if (Severity == Level::Warning)
      F.Advice = "do the work on another thread, or use a form that calls back when it is done";
    Out.push_back(std::move(F));
  });
}

} // namespace offmain
