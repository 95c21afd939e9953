// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What rules share: turning (call site, context) into a Finding with its witness.
#ifndef OFFMAIN_CHECKS_COMMON_H
#define OFFMAIN_CHECKS_COMMON_H

#include "checks/Checks.h"
#include "solve/Solve.h"

namespace offmain {

/// The finding for the call at S when run in context C of its caller (C as at the caller's entry). Message is the first line.
/// `In`: C is a context of another search than that for threads (the one for the lock).
Finding findingAt(const Program &P, const Solution &S, SiteId Site, Ctx C, llvm::StringRef Rule, Level Severity,
                  llvm::StringRef Message, const Contexts *In = nullptr);

/// Among the contexts of the site's caller that pass the guards and end in one of Wanted, the one with the surest,
/// then shortest chain; none if there is none. The result is a context of the caller.
/// `In`: as another search found them.
std::optional<Ctx> surest(const Solution &S, const Program &P, SiteId Site, CtxMask Wanted, const Contexts *In = nullptr);

/// A toolkit function that is itself what a library is handed: g_list_free_full(list, gtk_widget_destroy). Gives the site
/// of the hand-over, the function, and the context of the caller.
struct HandedOver {
  SiteId Site;
  FunctionId Function;
  Ctx Caller;  ///< context of the site's caller
  Ctx Runs;    ///< context of the function
};
std::vector<HandedOver> handedOver(const Program &P, const Solution &S, Toolkit Kit);

/// Is the place in a file of the project (not a header of the system)?
bool ours(const Program &P, const Site &S);

/// The contract of an outside method as a method of its receiver's class: QIODevice::write on a QTcpSocket,
/// QPaintDevice::width on a widget. QObject's own methods and signals keep what they promise for all objects.
Contract receiverContract(const Program &P, const Solution &S, const Site &At);

/// How objects of a class end, by the models: its own entry or the nearest base's.
ModelSet::Lifetime lifetimeOf(const Solution &S, RecordId R);

/// Does the call of a main loop or of an iteration serve the default main context?
bool servesDefaultContext(const Program &P, const Solution &S, const Site &At, const Contract &C);

/// "gtk_label_set_text()"
std::string called(const Program &P, const Site &S);

/// Calls that run a function of another toolkit's: sites whose contract says RunsOn == Want for toolkit Kit.
template <class Fn> void eachSite(const Program &P, const Solution &S, Fn Do) {
  const Tables &T = *S.impl().T;
  for (uint32_t I = 0; I < P.Sites.size(); ++I) {
    const Contract &C = T.contract(P.Sites[I]);
    if ((!C.empty() || P.Sites[I].is(SiteFlag::Constructor) || P.Sites[I].Receiver) && ours(P, P.Sites[I]) &&
        S.contexts(P.Sites[I].Caller))
      Do(SiteId(I), P.Sites[I], C);
  }
}

void checkGtkOffMainThread(const Program &, const Solution &, std::vector<Finding> &);
void checkQtOffMainThread(const Program &, const Solution &, std::vector<Finding> &);
void checkQobjectWrongThread(const Program &, const Solution &, std::vector<Finding> &);
void checkQtContextlessConnect(const Program &, const Solution &, std::vector<Finding> &);
void checkQtDirectConnection(const Program &, const Solution &, std::vector<Finding> &);
void checkQtBlockingConnection(const Program &, const Solution &, std::vector<Finding> &);
void checkMainLoopOffMainThread(const Program &, const Solution &, std::vector<Finding> &);
void checkGdkThreadsDeprecated(const Program &, const Solution &, std::vector<Finding> &);
void checkGuiCallAfterFork(const Program &, const Solution &, std::vector<Finding> &);
void checkGdkLock(const Program &, const Solution &, std::vector<Finding> &);
void checkMainThreadDeadlock(const Program &, const Solution &, std::vector<Finding> &);
void checkBlockingCallOnMain(const Program &, const Solution &, std::vector<Finding> &);
void checkQtMoveToThread(const Program &, const Solution &, std::vector<Finding> &);
void checkQtThreadDestroyed(const Program &, const Solution &, std::vector<Finding> &);
void checkHandoffDanglingCapture(const Program &, const Solution &, std::vector<Finding> &);
void checkHandoffNotThreadSafe(const Program &, const Solution &, std::vector<Finding> &);
void checkPythonGil(const Program &, const Solution &, std::vector<Finding> &);

} // namespace offmain

#endif
