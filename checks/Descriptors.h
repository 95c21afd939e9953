// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a call that waits for a file descriptor has to wait at all: not where the descriptor is non-blocking, nor where
// the program has just been told that it is ready.
//
//   fcntl(fd, F_SETFL, O_NONBLOCK);  ...  accept(fd, ...)          set up so, in this function, a caller, or for this field
//   g_io_add_watch(channel, G_IO_IN, on_input, ...)                on_input reads once from the channel it is given
//   if (select(fd + 1, &set, ...) > 0)  recv(fd, ...)              asked before
//
// A descriptor is told by the variable, field or parameter that holds it. Rejected: following the state of each descriptor
// through the program; what a function or its callers do before the call decides in all code read for this.
#ifndef OFFMAIN_CHECKS_DESCRIPTORS_H
#define OFFMAIN_CHECKS_DESCRIPTORS_H

#include "solve/Solve.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain {

class Descriptors {
public:
  Descriptors(const Program &P, const Solution &S);
  /// The call does not wait for its descriptor.
  bool ready(SiteId Id) const;

private:
  using Names = llvm::SmallVector<ValueId, 4>;
  using Question = bool (Descriptors::*)(SiteId, ValueId, unsigned) const;
  Names namesOf(ValueId V) const;
  bool same(llvm::ArrayRef<ValueId> A, llvm::ArrayRef<ValueId> B) const;
  std::optional<bool> setsMode(SiteId Id, llvm::ArrayRef<ValueId> Of, unsigned Depth) const;
  bool nonBlocking(SiteId Id, ValueId V, unsigned Depth) const;
  bool announced(SiteId Id, ValueId V, unsigned Depth) const;
  bool asked(SiteId Id, ValueId V, unsigned Depth) const;
  bool byCallers(SiteId Id, ValueId V, unsigned Depth, Question Ask) const;
  bool repeated(SiteId Id) const;
  bool asksItself(FunctionId F) const;

  const Program &P;
  const Solution &S;
  const Tables &T;
  llvm::DenseSet<Cell> Watched;      ///< variables and fields whose descriptor is watched somewhere
  llvm::DenseSet<uint32_t> Watchers; ///< functions that are called when their first parameter is ready
};

} // namespace offmain

#endif
