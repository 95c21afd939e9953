// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One sweep over all entities with a hash table of variants (usr, defining file), one sort of the variants, one sweep
// to turn variants into entities, one to number these where their speakers stand. Linear but for that sort; nothing of a
// unit but its entity tables is touched.
#include "link/Merge.h"
#include "link/Intern.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using offmain::facts::UnitView;
namespace fb = offmain::facts::fb;

namespace offmain {
namespace {

constexpr uint32_t NoHome = UINT32_MAX;

MergedFiles mergeFiles(ArrayRef<UnitView> Units) {
  MergedFiles Out;
  IndexTable Table;
  std::vector<StringRef> Paths;
  std::vector<bool> Outside;
  for (const UnitView &U : Units) {
    Out.FirstOfUnit.push_back(Out.Ids.size());
    for (const fb::File *F : *U->files()) {
      StringRef Path(F->path()->c_str(), F->path()->size());
      uint32_t Next = static_cast<uint32_t>(Paths.size());
      uint32_t Id = Table.intern(xxh3_64bits(Path), Next, [&](uint32_t I) { return Paths[I] == Path; });
      if (Id == Next) {
        Paths.push_back(Path);
        Outside.push_back(true);
      }
      if (!F->outside())
        Outside[Id] = false;
      Out.Ids.push_back(Id);
    }
  }
  std::vector<uint32_t> Order(Paths.size()), Rank(Paths.size());
  for (uint32_t I = 0; I != Order.size(); ++I)
    Order[I] = I;
  sort(Order, [&](uint32_t A, uint32_t B) { return Paths[A] < Paths[B]; });
  for (uint32_t I = 0; I != Order.size(); ++I) {
    Rank[Order[I]] = I;
    Out.Paths.push_back(Paths[Order[I]]);
    Out.Outside.push_back(Outside[Order[I]]);
  }
  for (uint32_t &Id : Out.Ids)
    Id = Rank[Id];
  return Out;
}

// What merging has to know of one instance. Weight: the heavier instance describes the entity better.
struct Instance {
  uint64_t Usr;
  uint64_t Weight;
  uint32_t Flags;
  const fb::Loc *Definition; ///< place, if this instance is a definition inside the project
  uint32_t AnnotationsBegin, AnnotationsCount;
};

uint64_t weigh(bool Defined, uint64_t Size, bool Outside, const fb::Loc *At) {
  return static_cast<uint64_t>(Defined) << 62 | Size << 2 | static_cast<uint64_t>(!Outside) << 1 |
         static_cast<uint64_t>(At && At->line());
}

struct FunctionKind {
  static constexpr uint32_t Outside = static_cast<uint32_t>(FunctionFlag::Outside);
  static uint32_t count(const UnitView &U) { return U.functionCount(); }
  static Instance read(const UnitView &U, uint32_t I) {
    const fb::Function &F = U.function(I);
    uint64_t Events = facts::eventsIn(U, F);
    bool HasBody = F.blocks_count() != 0;
    return {F.usr(),
            weigh(HasBody, Events, F.flags() & Outside, F.loc()),
            F.flags(),
            HasBody ? F.loc() : nullptr,
            F.annotations_begin(),
            F.annotations_count()};
  }
};

struct RecordKind {
  static constexpr uint32_t Outside = static_cast<uint32_t>(RecordFlag::Outside);
  static uint32_t count(const UnitView &U) { return U.recordCount(); }
  static Instance read(const UnitView &U, uint32_t I) {
    const fb::Record &R = U.record(I);
    bool Complete = R.flags() & static_cast<uint32_t>(RecordFlag::Complete);
    bool IsOutside = R.flags() & Outside;
    return {R.usr(),
            weigh(Complete, R.bases_count(), IsOutside, R.loc()),
            R.flags(),
            Complete && !IsOutside ? R.loc() : nullptr,
            R.annotations_begin(),
            R.annotations_count()};
  }
};

struct VariableKind {
  static constexpr uint32_t Outside = static_cast<uint32_t>(VariableFlag::Outside);
  static uint32_t count(const UnitView &U) { return U.variableCount(); }
  // Only fields have one place: a global's is that of whichever declaration the unit saw.
  static Instance read(const UnitView &U, uint32_t I) {
    const fb::Variable &V = U.variable(I);
    bool IsOutside = V.flags() & Outside;
    bool Typed = V.type() != 0;
    return {V.usr(),   weigh(Typed, V.type_record() != 0, IsOutside, V.loc()),
            V.flags(), V.record() && !IsOutside ? V.loc() : nullptr,
            0,         0};
  }
};

// All instances of one usr that are defined in one file, or that are no definition.
struct Variant {
  uint64_t Usr;
  uint32_t Home; ///< FileId, or NoHome
  uint32_t Flags;
  uint64_t Weight;
  Origin Best;
};

// How far two paths go together, in whole directories.
size_t nearness(StringRef A, StringRef B) {
  size_t Common = 0;
  for (size_t I = 0; I != std::min(A.size(), B.size()) && A[I] == B[I]; ++I)
    if (A[I] == '/')
      Common = I + 1;
  return Common;
}

template <class Kind> class Merger {
public:
  Merger(ArrayRef<UnitView> Units, const MergedFiles &Files) : Units(Units), Files(Files) {}
  MergedTable run() {
    gather();
    resolve();
    assign();
    number();
    annotate();
    return std::move(Out);
  }

private:
  void gather();
  void resolve();
  void assign();
  void number();
  void annotate();
  uint32_t home(uint32_t Unit, const fb::Loc *Definition) const {
    return Definition && Definition->line() ? Files.id(Unit, Definition->file()) : NoHome;
  }
  void join(Variant &Into, const Variant &V);

  // Where a variant's instances go: one id, or the nearest of several homes.
  struct Target {
    uint32_t First = 0, Count = 1;
  };

  ArrayRef<UnitView> Units;
  const MergedFiles &Files;
  MergedTable Out;
  std::vector<Variant> Variants;
  std::vector<Target> Targets; ///< by variant
  std::vector<uint32_t> Homes; ///< by entity
  struct Note {
    uint32_t Unit, Index;
    StringRef Text;
  };
  std::vector<Note> Notes;
};

template <class Kind> void Merger<Kind>::gather() {
  IndexTable Table;
  for (uint32_t Unit = 0; Unit != Units.size(); ++Unit) {
    const UnitView &U = Units[Unit];
    Out.FirstOfUnit.push_back(Out.Ids.size());
    for (uint32_t I = 0, E = Kind::count(U); I != E; ++I) {
      Instance Seen = Kind::read(U, I);
      Variant V{Seen.Usr, home(Unit, Seen.Definition), Seen.Flags, Seen.Weight, {Unit, I}};
      uint32_t Next = static_cast<uint32_t>(Variants.size());
      uint32_t Id = Table.intern(mix(V.Usr + V.Home), Next, [&](uint32_t Other) {
        return Variants[Other].Usr == V.Usr && Variants[Other].Home == V.Home;
      });
      if (Id == Next)
        Variants.push_back(V);
      else
        join(Variants[Id], V);
      Out.Ids.push_back(Id);
      for (uint32_t PlusOne : U.list(Seen.AnnotationsBegin, Seen.AnnotationsCount))
        Notes.push_back({Unit, I, U.string(PlusOne)});
    }
  }
}

template <class Kind> void Merger<Kind>::join(Variant &Into, const Variant &V) {
  uint32_t Outside = Into.Flags & V.Flags & Kind::Outside;
  Into.Flags = ((Into.Flags | V.Flags) & ~Kind::Outside) | Outside;
  if (V.Weight > Into.Weight || (V.Weight == Into.Weight && V.Best < Into.Best)) {
    Into.Weight = V.Weight;
    Into.Best = V.Best;
  }
}

// Entities in (usr, home) order; NoHome sorts last within its usr.
template <class Kind> void Merger<Kind>::resolve() {
  struct Key {
    uint64_t Usr;
    uint32_t Home, Variant;
  };
  std::vector<Key> Order;
  Order.reserve(Variants.size());
  for (uint32_t I = 0; I != Variants.size(); ++I)
    Order.push_back({Variants[I].Usr, Variants[I].Home, I});
  sort(Order, [](const Key &A, const Key &B) { return std::pair(A.Usr, A.Home) < std::pair(B.Usr, B.Home); });
  Targets.resize(Variants.size());
  for (size_t Begin = 0, End; Begin != Order.size(); Begin = End) {
    End = Begin + 1;
    while (End != Order.size() && Order[End].Usr == Order[Begin].Usr)
      ++End;
    uint32_t First = Out.size();
    size_t Homed = End - Begin - (Order[End - 1].Home == NoHome);
    bool OneEntity = Homed <= 1;
    Variant Whole = Variants[Order[Begin].Variant];
    for (size_t I = Begin; I != End; ++I) {
      const Variant &V = Variants[Order[I].Variant];
      if (OneEntity && I != Begin)
        join(Whole, V);
      if (!OneEntity && V.Home != NoHome) {
        Targets[Order[I].Variant] = {Out.size(), 1};
        Out.Speaker.push_back(V.Best);
        Out.Flags.push_back(V.Flags);
        Homes.push_back(V.Home);
      } else {
        Targets[Order[I].Variant] = {First, OneEntity ? 1 : static_cast<uint32_t>(Homed)};
      }
    }
    if (OneEntity) {
      Out.Speaker.push_back(Whole.Best);
      Out.Flags.push_back(Whole.Flags);
      Homes.push_back(Whole.Home);
    }
  }
}

template <class Kind> void Merger<Kind>::assign() {
  for (uint32_t Unit = 0; Unit != Units.size(); ++Unit)
    for (size_t I = Out.FirstOfUnit[Unit], E = I + Kind::count(Units[Unit]); I != E; ++I) {
      Target T = Targets[Out.Ids[I]];
      uint32_t Nearest = T.First;
      for (uint32_t Id = T.First + 1; Id < T.First + T.Count; ++Id)
        if (nearness(Units[Unit].mainFile(), Files.Paths[Homes[Id]]) >
            nearness(Units[Unit].mainFile(), Files.Paths[Homes[Nearest]]))
          Nearest = Id;
      Out.Ids[I] = Nearest;
    }
}

// Final ids. What stands together in the sources is asked for together: in the order of the speakers, walks over calls stay
// in a few pages, where the order of usrs (which are hashes) takes a cache miss for every function and every call.
template <class Kind> void Merger<Kind>::number() {
  std::vector<uint32_t> Final(Out.size());
  std::vector<Origin> Speaker;
  std::vector<uint32_t> Flags;
  Speaker.reserve(Out.size());
  Flags.reserve(Out.size());
  for (uint32_t Unit = 0; Unit != Units.size(); ++Unit)
    for (uint32_t I = 0, E = Kind::count(Units[Unit]); I != E; ++I)
      if (Out.speaks(Unit, I)) {
        uint32_t Id = Out.id(Unit, I);
        Final[Id] = static_cast<uint32_t>(Speaker.size());
        Speaker.push_back(Out.Speaker[Id]);
        Flags.push_back(Out.Flags[Id]);
      }
  assert(Speaker.size() == Out.size() && "each entity has one speaker");
  Out.Speaker = std::move(Speaker);
  Out.Flags = std::move(Flags);
  for (uint32_t &Id : Out.Ids)
    Id = Final[Id];
}

template <class Kind> void Merger<Kind>::annotate() {
  for (const Note &N : Notes)
    Out.Annotations.emplace_back(Out.id(N.Unit, N.Index), N.Text);
  sort(Out.Annotations);
  Out.Annotations.erase(llvm::unique(Out.Annotations), Out.Annotations.end());
}

// A lambda's body and its captures speak of the frame of the function around it, so they must come from the unit
// that the outermost function's body comes from.
void keepLambdasWithTheirFunction(ArrayRef<UnitView> Units, MergedTable &Functions) {
  for (uint32_t Unit = 0; Unit != Units.size(); ++Unit) {
    const UnitView &U = Units[Unit];
    for (uint32_t I = 0, E = U.functionCount(); I != E; ++I) {
      const fb::Function &F = U.function(I);
      if (!F.parent() || !F.blocks_count())
        continue;
      uint32_t Root = F.parent() - 1;
      while (uint32_t Parent = U.function(Root).parent())
        Root = Parent - 1;
      if (Functions.Speaker[Functions.id(Unit, Root)].Unit == Unit)
        Functions.Speaker[Functions.id(Unit, I)] = {Unit, I};
    }
  }
}

} // namespace

Merge merge(ArrayRef<UnitView> Units) {
  Merge Out;
  Out.Files = mergeFiles(Units);
  Out.Functions = Merger<FunctionKind>(Units, Out.Files).run();
  Out.Records = Merger<RecordKind>(Units, Out.Files).run();
  Out.Variables = Merger<VariableKind>(Units, Out.Files).run();
  keepLambdasWithTheirFunction(Units, Out.Functions);
  return Out;
}

} // namespace offmain
