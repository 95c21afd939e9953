// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call that blocks the main loop → its form that calls back, by what the models say of it.
#include "fix/Waits.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

Proposal waitLess(Scene &S, const Found &At) {
  const Promise &Says = At.T->Says;
  bool Toolkit = S.lookup("QObject") || S.lookup("sigc");
  if (Says.Role == "sleep")
    return Toolkit ? sleepLater(S, At) : sleepLaterInC(S, At);
  if (Says.Role == "run-dialog" && S.lookup("QDialog"))
    return openDialog(S, At);
  if (Says.Role == "run-dialog" && !Toolkit)
    return respondLater(S, At);
  if (!Says.Finish.empty())
    return callAsync(S, At);
  if (Says.Role == "run-dialog")
    return advice("connect to its signal_response(), do what comes behind it there, and show it with present()");
  if (At.T->Callee == "QFuture::waitForFinished")
    return advice("give the future to a QFutureWatcher, and do what comes behind it when that is finished: connect(watcher, "
                  "&QFutureWatcherBase::finished, this, [=] { … }); watcher->setFuture(future)");
  if (At.T->Callee == "QProcess::waitForFinished")
    return advice("do what comes behind it when the process tells: connect(process, &QProcess::finished, this, [=] { … }), and "
                  "QProcess::errorOccurred for one that does not start; the process has to live until then");
  if (Says.Role == "wait-loop")
    return advice("do what comes behind the loop where it is told to quit: connect(reply, &QNetworkReply::finished, this, [=] { … })");
  if (!Says.Async.empty())
    return advice("do what comes behind it in the callback of " + Says.Async + "()");
  return advice("do the work on another thread, or use a form that calls back when it is done");
}

} // namespace offmain::fix
