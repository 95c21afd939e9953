// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Receivers.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

/// Sets larger than this are not told apart: the root of a large family says little.
static constexpr size_t MaxClasses = 64;

bool Receivers::onThis(const Site &At) const {
  return At.Receiver && P[At.Receiver].Kind == ValueKind::This && P[At.Caller].Record &&
         !P[At.Caller].is(FunctionFlag::Lambda);
}

Receivers::Receivers(const Tables &T) : T(T), P(T.P), Matters(P.Functions.size()) {
  Sets.push_back(&Ids.try_emplace(Classes{}, Any).first->first);
  std::vector<FunctionId> Todo;
  auto Add = [&](FunctionId F) {
    if (!Matters[F.Index]) {
      Matters.set(F.Index);
      Todo.push_back(F);
    }
  };
  for (SiteId S : T.virtualSites())
    if (onThis(P[S]) && !T.overriders(P[S].Callee).empty())
      Add(P[S].Caller);
  while (!Todo.empty()) {
    FunctionId F = Todo.back();
    Todo.pop_back();
    for (SiteId S : T.directCallers(F))
      if (onThis(P[S]))
        Add(P[S].Caller);
  }
}

Receivers::Set Receivers::intern(Classes C) const {
  auto [It, New] = Ids.try_emplace(std::move(C), Set(Sets.size()));
  if (New)
    Sets.push_back(&It->first);
  return It->second;
}

/// R and its heirs, as far as the program makes them; empty: not known, or too many.
const Receivers::Classes &Receivers::made(RecordId R) const {
  auto [It, New] = Made.try_emplace(R.Index, Any);
  if (New) {
    Classes All;
    if (T.heirs(R).size() <= MaxClasses) {
      if (T.live(R))
        All.push_back(R);
      for (RecordId D : T.heirs(R))
        if (T.live(D))
          All.push_back(D);
    }
    llvm::sort(All);
    All.erase(std::unique(All.begin(), All.end()), All.end());
    It->second = intern(std::move(All));
  }
  return *Sets[It->second];
}

const Receivers::Classes &Receivers::of(FunctionId F, Set On) const {
  return On == Any && P[F].Record ? made(P[F].Record) : *Sets[On];
}

/// What an object of class R runs when Method is called on it.
FunctionId Receivers::dispatched(RecordId R, FunctionId Method) const {
  auto [It, New] = Dispatched.try_emplace((uint64_t(R.Index) << 32) | Method.Index);
  if (!New)
    return It->second;
  for (RecordId B : T.bases(R))
    for (FunctionId M : T.methods(B))
      if (M == Method || is_contained(T.overriders(Method), M))
        return It->second = M;
  return It->second = FunctionId();
}

/// The classes of an object that is not `this`: of one held by value its own, else what its type allows.
std::optional<Receivers::Classes> Receivers::ofReceiver(ValueId V) const {
  RecordId R = V ? T.recordOf(V) : RecordId();
  if (!R)
    return std::nullopt;
  auto ByValue = [&](const Variable &X) { return X.is(VariableFlag::ByValue) && X.TypeRecord == R; };
  bool Exact = false;
  switch (P[V].Kind) {
  case ValueKind::Local: {
    StringRef Type = P.text(P.Locals[P[V].A].Type);
    auto Held = T.stores(cellOfLocal(P[V].A));
    Exact = (!Type.ends_with("*") && !Type.ends_with("&") && !Type.contains("*const") && !Type.ends_with("]")) ||
            (Held.size() == 1 && P[Held[0].Value].Kind == ValueKind::New && P[Held[0].Value].Record == R);
    break;
  }
  case ValueKind::Global:
    Exact = ByValue(P[VariableId(P[V].A)]);
    break;
  case ValueKind::Field:
    Exact = P[V].B != UINT32_MAX && ByValue(P[VariableId(P[V].B)]);
    break;
  case ValueKind::New:
    Exact = true;
    break;
  default:
    break;
  }
  return Exact ? Classes{R} : made(R);
}

std::optional<Receivers::Set> Receivers::called(SiteId Id, Set On, FunctionId To) const {
  if (!Matters[To.Index] && On == Any) // nearly always: asked before sites and functions are fetched
    return Any;
  const Site &At = P[Id];
  RecordId Class = P[To].Record;
  if (!Class || !At.Callee)
    return Any;
  bool This = onThis(At), Virtual = At.is(SiteFlag::Virtual);
  if (To != At.Callee && !(Virtual && is_contained(T.overriders(At.Callee), To)))
    return Any; // a callable that was passed
  if (!Matters[To.Index] && !(This && Virtual && On != Any))
    return Any;
  Classes Of;
  if (P[To].is(FunctionFlag::Constructor) || P[To].is(FunctionFlag::Destructor))
    Of = {Class}; // while it is made and while it dies, an object is of the class whose turn it is
  else if (This)
    Of = of(At.Caller, On);
  else if (auto Known = ofReceiver(At.Receiver))
    Of = std::move(*Known);
  if (Virtual) {
    erase_if(Of, [&](RecordId R) { return dispatched(R, At.Callee) != To; });
    if (Of.empty() && This && On != Any)
      return std::nullopt;
  } else {
    erase_if(Of, [&](RecordId R) { return R != Class && !T.derives(R, Class); });
  }
  if (!Matters[To.Index] || Of == made(Class))
    return Any;
  return intern(std::move(Of));
}

bool Receivers::covers(Set A, Set B) const {
  if (A == Any || A == B)
    return true;
  return B != Any && std::includes(Sets[A]->begin(), Sets[A]->end(), Sets[B]->begin(), Sets[B]->end());
}

} // namespace offmain
