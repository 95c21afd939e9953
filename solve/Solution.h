// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Program × models → what each function may run on, and why.
//
//   callable flow ─▶ edges ─▶ guards ─▶ contexts (breadth first: shortest witness) ─▶ Solution
//
// A context is a kind of thread, not one thread: that keeps a function's state in one byte and the witness search
// linear in edges. Which object lives where (homes) is asked per class and per allocation instead.
#ifndef OFFMAIN_SOLVE_SOLUTION_H
#define OFFMAIN_SOLVE_SOLUTION_H

#include "findings/Finding.h"
#include "link/Program.h"
#include "models/Models.h"
#include <memory>
#include <string>
#include <vector>

namespace offmain {

/// The kinds of thread a function can be found on. Startup and Handler are both the main thread: before the main
/// loop runs (or in straight line from main()), and from the running loop. Whether the main thread holds the global lock
/// is told only by the searches that are made for it (Solution::Impl::Locked, Interpreter): StartupLocked, HandlerLocked.
enum class Ctx : uint8_t {
  Startup, Handler, Worker, WorkerLocked, Library, LibraryLocked, Forked, Signal, StartupLocked, HandlerLocked, Count
};
using CtxMask = uint16_t;
constexpr CtxMask maskOf(Ctx C) { return static_cast<CtxMask>(1u << static_cast<unsigned>(C)); }
constexpr CtxMask MainMask =
    maskOf(Ctx::Startup) | maskOf(Ctx::Handler) | maskOf(Ctx::StartupLocked) | maskOf(Ctx::HandlerLocked);
constexpr CtxMask LockedMask = maskOf(Ctx::WorkerLocked) | maskOf(Ctx::LibraryLocked) | maskOf(Ctx::StartupLocked) |
                               maskOf(Ctx::HandlerLocked);
constexpr CtxMask StartupMask = maskOf(Ctx::Startup) | maskOf(Ctx::StartupLocked);
constexpr CtxMask OffMainMask = static_cast<CtxMask>(~MainMask);

/// The same thread with or without the lock. A forked child and a signal handler have no lock to speak of.
Ctx withLock(Ctx C, bool Held);

/// "a worker thread", "the main loop", ... for messages.
llvm::StringRef describe(Ctx C);
/// "worker", "handler", ... for --print.
llvm::StringRef shortName(Ctx C);

/// Whether what begins there begins with the global lock held.
enum class AtEntry : uint8_t { Unknown, Free, Held };

/// A place where a thread, a handler or a hand-off begins: what `offmain threads` lists.
struct EntryPoint {
  FunctionId Function;
  Ctx Context;
  SiteId Site;        ///< the spawn/connect/post call, or none (main, toolkit-called overrides)
  std::string How;    ///< "pthread_create", "overrides QThread::run", "slot of QPushButton::clicked"
  Place At;           ///< the place to show
  AtEntry Lock = AtEntry::Unknown;
  uint32_t Connection = 0; ///< number + 1 in connections() of the connection that makes it
};

class Contexts;
struct Connection;

class Solution {
public:
  Solution();
  Solution(Solution &&);
  ~Solution();

  const ModelSet &models() const;

  /// Which contexts F is reached in.
  CtxMask contexts(FunctionId F) const;
  /// Confidence of F being reached in C (the weakest assumption on the shortest, surest chain). Here and below, `In` is
  /// another search than that for all threads.
  Confidence confidence(FunctionId F, Ctx C, const Contexts *In = nullptr) const;
  /// The chain from the entry to the first line of F, in order; the call of F itself is the last step.
  std::vector<Step> witness(FunctionId F, Ctx C, const Contexts *In = nullptr) const;
  /// Appends the steps of one link of such a chain: To is called or posted at Site, over edge Via (UINT32_MAX: directly).
  void appendCall(std::vector<Step> &Steps, FunctionId To, SiteId Site, uint32_t Via, const Contexts *In = nullptr) const;
  /// The first step of a chain that begins with an entry; `In` a search for a lock: with what it says of that.
  Step entryStep(uint32_t Entry, const Contexts *In = nullptr) const;
  /// The entry at the head of that chain (an index into the entries of the search's graph: entries(), without `In`).
  uint32_t entryOf(FunctionId F, Ctx C, const Contexts *In = nullptr) const;
  /// What the confidence below high of that chain rests on.
  std::vector<std::string> assumptions(FunctionId F, Ctx C, const Contexts *In = nullptr) const;
  /// The contexts a call site can be executed in (those of its caller that the guards let pass, with lock state).
  CtxMask contextsAt(SiteId S) const;
  /// All entries, sorted by place.
  llvm::ArrayRef<EntryPoint> entries() const;
  /// Qt's connections, single shots and invocations (solve/Connections.h), in the order in which they were found.
  llvm::ArrayRef<Connection> connections() const;
  /// The contexts a connection's signal is emitted in, or its invocation made in.
  CtxMask emittedIn(const Connection &C) const;
  /// The connection on the chain to F in C that makes it run on the wrong thread (the last one), or null.
  const Connection *causeOf(FunctionId F, Ctx C) const;
  /// What models and annotations say of a function.
  const Contract &contract(FunctionId F) const;

  /// Functions reached, one line each, sorted by name: `--print=contexts`.
  void print(llvm::raw_ostream &OS) const;
  struct Impl;
  Impl &impl() const { return *I; }

private:
  friend Solution solve(const Program &P, ModelSet Models);
  std::unique_ptr<Impl> I;
};

/// Solves to a fixpoint. Deterministic: same Program and models, same Solution.
Solution solve(const Program &P, ModelSet Models);

/// Place → SourcePlace (absolute path).
SourcePlace sourcePlace(const Program &P, const Place &At, const Place &End = {});

/// The step of a witness where the process forks.
Step forkStep(const Program &P, SiteId Fork);

} // namespace offmain

#endif
