// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Objects that a hand-off refers to without keeping them: can they be freed while the callback is pending?
//
//   frees    where the program ends objects of a class while a loop or a thread runs     (delete, deleteLater, unref,
//   destroy) endings  what runs then: destructors, dispose and finalize, and what they call
//
// An object is safe where its ending, or anybody outside the callback, takes the callback back or waits for it; but
// while another thread frees it, the main loop may already be in the callback: then only a reference, or a test under
// the lock that the freeing thread holds, is safe. Which object of a class is freed is not followed, so this is never
// surer than medium.
#ifndef OFFMAIN_CHECKS_RAWOBJECTS_H
#define OFFMAIN_CHECKS_RAWOBJECTS_H

#include "checks/Completion.h"
#include "checks/HandOffs.h"
#include <optional>

namespace offmain {

class RawObjects {
public:
  RawObjects(const Program &P, const Solution &S, const Completion &W);

  struct Danger {
    SiteId Freed;           ///< the place that frees such an object; none: only its class shows that it ends
    FunctionId Ending;      ///< its destructor, dispose or finalize, or none
    bool TakenBack = false; ///< it is taken back, but another thread frees it
    bool Owner = false;     ///< who frees it there is who made it, not one of several who share it
  };
  /// The hand-off keeps Object, seen in Frame, which leaves Frame by the call Leaves; Closure is the lambda that holds
  /// it, or none. None if that is safe as far as can be told.
  std::optional<Danger> danger(const HandOff &H, FunctionId Frame, SiteId Leaves, ValueId Object,
                               FunctionId Closure) const;

private:
  enum class Drop : uint8_t { Borrowed, Shared, Owned };
  Drop drops(SiteId Id) const;
  bool inLoop(SiteId Id, unsigned Depth = 0) const;
  bool made(const FramedValue &From) const;
  llvm::SmallVector<ValueId, 4> standsFor(ValueId V) const;
  bool keeps(ValueId V) const;
  bool fromGetter(ValueId V) const;
  bool speaksOf(const HandOff &H) const;
  bool outlived(const HandOff &H) const;
  bool guarded(FunctionId Closure) const;
  bool kept(FunctionId Frame, ValueId Object, bool Sinks = true) const;
  bool same(ValueId A, ValueId B) const;
  bool ownedByCallback(RecordId R, llvm::ArrayRef<FunctionId> Callbacks) const;
  bool takenBack(const HandOff &H, RecordId R, llvm::ArrayRef<FunctionId> Callbacks) const;
  bool asks(llvm::ArrayRef<FunctionId> Callbacks) const;
  bool endWaits(llvm::ArrayRef<FunctionId> Ends) const;
  bool endsOf(RecordId R, llvm::SmallVectorImpl<FunctionId> &Out) const;
  bool frees(RecordId Freed, RecordId R) const;
  std::vector<FunctionId> takesOver(RecordId R, llvm::ArrayRef<FunctionId> Callbacks) const;
  std::vector<FunctionId> below(llvm::ArrayRef<FunctionId> From, unsigned Depth) const;
  ValueId freedBy(const Site &At) const;
  Cell idCell(const HandOff &H, bool &Elsewhere) const;

  const Program &P;
  const Solution &S;
  const Tables &T;
  const Completion &W;
  struct Freeing {
    RecordId Class;
    SiteId Site;
    CtxMask Where;
  };
  std::vector<Freeing> Frees; ///< while a loop or a thread runs, in order of their sites
  llvm::DenseMap<uint32_t, RecordId> EndOf; ///< by function: the class whose objects it ends
};

} // namespace offmain

#endif
