// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The inside of a Solution, for checks that need more than contexts: tables, homes, guards, edges.
#ifndef OFFMAIN_SOLVE_SOLVE_H
#define OFFMAIN_SOLVE_SOLVE_H

#include "solve/Contexts.h"
#include "solve/LockSearch.h"
#include "solve/LockUse.h"

namespace offmain {

struct Solution::Impl {
  const Program &P;
  ModelSet Models;
  std::unique_ptr<Tables> T;
  std::unique_ptr<ArgumentTests> Arguments;
  KnownContexts Known;
  std::unique_ptr<Flow> Fl;
  std::unique_ptr<Homes> H;
  std::unique_ptr<Guards> G;
  std::unique_ptr<Graph> Gr;
  std::unique_ptr<Contexts> C;
  std::unique_ptr<LockUse> Lock;
  std::unique_ptr<Contexts> Locked; ///< the search for the toolkit's lock; none in programs that do not use it
  std::unique_ptr<LockSearch> Interpreter; ///< that for the lock of an interpreter; none in programs that do not speak of it

  Impl(const Program &P, ModelSet M) : P(P), Models(std::move(M)) {}
  llvm::DenseSet<uint32_t> GuiThreads; ///< functions of threads that run the GUI in place of main
  void run();
  void findGuiThreads();
};

} // namespace offmain

#endif
