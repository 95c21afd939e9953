// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Mutexes.h"
#include "checks/WakeUps.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

Cell Mutexes::taken(SiteId Lock) const {
  const Site &At = P[Lock];
  ValueId V = At.is(SiteFlag::Constructor) || !At.Receiver ? P.arg(At, 0) : At.Receiver;
  return V ? T.cellOf(T.strip(V)) : 0;
}

SmallVector<SiteId, 2> Mutexes::heldAt(SiteId At) const {
  SmallVector<SiteId, 2> Held;
  auto Sites = T.sitesOf(P[At].Caller);
  for (SiteId Lock : Sites) {
    Cell Mutex = T.contract(P[Lock]).What == Role::MutexLock ? taken(Lock) : 0;
    if (!Mutex)
      continue;
    Cell Locker = P[Lock].is(SiteFlag::Constructor) && P[Lock].Receiver ? T.cellOf(P[Lock].Receiver) : 0;
    SmallVector<SiteId, 4> Releases;
    for (SiteId Other : Sites) {
      const Site &O = P[Other];
      bool Dies = O.is(SiteFlag::Destructor) && Locker;
      ValueId On = O.Receiver ? O.Receiver : P.arg(O, 0);
      if (!On || (!Dies && T.contract(O).What != Role::MutexUnlock))
        continue;
      Cell Of = T.cellOf(T.strip(On));
      if (Of && (Of == Locker || (!Dies && Of == Mutex)))
        Releases.push_back(Other);
    }
    if (comesBefore(P, Lock, At, Releases))
      Held.push_back(Lock);
  }
  return Held;
}

SiteId Mutexes::takenBelow(FunctionId F, Cell Mutex) const {
  constexpr size_t Enough = 2000;
  DenseSet<uint32_t> Seen{F.Index};
  SmallVector<FunctionId, 16> Work{F};
  auto Enter = [&](FunctionId To) {
    if (To && Seen.insert(To.Index).second)
      Work.push_back(To);
  };
  for (size_t I = 0; I < Work.size() && I < Enough; ++I) {
    FunctionId Here = Work[I];
    for (SiteId Id : T.sitesOf(Here)) {
      if (T.contract(P[Id]).What == Role::MutexLock && taken(Id) == Mutex)
        return Id;
      if (!P[Id].is(SiteFlag::Virtual))
        Enter(P[Id].Callee);
    }
    for (const Edge &E : S.impl().Gr->from(Here))
      if (E.How == Hop::Same || E.How == Hop::ToMainAuto)
        Enter(E.To);
  }
  return {};
}

} // namespace offmain
