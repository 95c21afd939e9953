// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Indices over the Program that every later step of solve/ asks: contracts, class hierarchy, instantiated classes,
// overriders, direct callers, stores by cell, returned values. Built once, then const.
//
// Rejected: computing them in link/. They join the program with the models, and link knows no models.
#ifndef OFFMAIN_SOLVE_TABLES_H
#define OFFMAIN_SOLVE_TABLES_H

#include "link/Program.h"
#include "models/Models.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/iterator.h"

namespace offmain {

/// A place that holds values, blind to which object it is in (field-based): a local, a global, a field, a parameter.
/// 0 is none.
using Cell = uint64_t;
Cell cellOfLocal(uint32_t Local);
Cell cellOfVariable(uint32_t Variable);

/// A value and the function in whose frame its Param/Captured/This have meaning.
struct FramedValue {
  FunctionId Frame;
  ValueId Value;
  friend auto operator<=>(const FramedValue &, const FramedValue &) = default;
};

/// The calls in one body: sites are grouped by caller.
class SiteRange {
public:
  class iterator
      : public llvm::iterator_facade_base<iterator, std::random_access_iterator_tag, SiteId, ptrdiff_t, SiteId *, SiteId> {
  public:
    explicit iterator(uint32_t At = 0) : At(At) {}
    SiteId operator*() const { return SiteId(At); }
    bool operator==(const iterator &O) const { return At == O.At; }
    bool operator<(const iterator &O) const { return At < O.At; }
    ptrdiff_t operator-(const iterator &O) const { return ptrdiff_t(At) - ptrdiff_t(O.At); }
    iterator &operator+=(ptrdiff_t N) {
      At += N;
      return *this;
    }
    iterator &operator-=(ptrdiff_t N) { return *this += -N; }

  private:
    uint32_t At;
  };
  SiteRange(uint32_t Begin = 0, uint32_t End = 0) : Begin(Begin), End(End) {}
  iterator begin() const { return iterator(Begin); }
  iterator end() const { return iterator(End); }

private:
  friend class Tables;
  uint32_t Begin, End;
};

/// Compressed rows: a list of T for each key below a bound.
template <class T> struct Rows {
  std::vector<uint32_t> Begin;
  std::vector<T> Items;
  llvm::ArrayRef<T> operator[](uint32_t Key) const {
    if (Key + 1 >= Begin.size())
      return {};
    return llvm::ArrayRef<T>(Items).slice(Begin[Key], Begin[Key + 1] - Begin[Key]);
  }
};

class Tables {
public:
  Tables(const Program &P, const ModelSet &Models);

  const Program &P;
  const ModelSet &Models;

  const Contract &contract(FunctionId F) const { return Contracts[Modelled[F.Index] ? ContractOf[F.Index] : 0]; }
  /// The contract of what the site names; an empty one for calls through values. Calls through a global function
  /// pointer of a toolkit (`gdk_threads_lock`) have the contract of that name.
  const Contract &contract(const Site &S) const;
  /// That of a global variable of a toolkit; an empty one for all others.
  const Contract &contractOfVariable(VariableId V) const;
  /// The body of F is not a part of the program.
  bool external(FunctionId F) const { return !P[F].hasBody(); }

  /// R and all its bases, nearest first (C: first members).
  llvm::ArrayRef<RecordId> bases(RecordId R) const { return BaseRows[R.Index]; }
  bool derives(RecordId Derived, RecordId Base) const;
  /// One is a base of the other, or either is unknown.
  bool related(RecordId A, RecordId B) const;
  llvm::ArrayRef<RecordId> heirs(RecordId R) const { return HeirRows[R.Index]; }
  bool instantiated(RecordId R) const { return R && Instantiated[R.Index]; }
  /// R or one of its heirs is made somewhere in the program.
  bool live(RecordId R) const { return R && LiveHeir[R.Index]; }
  llvm::ArrayRef<ModelSet::Affinity> affinities() const { return Affinities; }
  ModelSet::Affinity affinity(RecordId R) const { return R ? Affinities[R.Index] : ModelSet::Affinity::Unset; }

  /// Methods of a record that the program knows, by record.
  llvm::ArrayRef<FunctionId> methods(RecordId R) const { return MethodRows[R.Index]; }
  /// Methods named `Name` (unqualified) of R or the nearest base that has one.
  llvm::SmallVector<FunctionId, 2> methodsNamed(RecordId R, llvm::StringRef Name) const;
  /// Functions that override F, directly or not.
  llvm::ArrayRef<FunctionId> overriders(FunctionId F) const { return OverriderRows[F.Index]; }
  /// Functions a virtual call may reach over the classes made in the program.
  llvm::SmallVector<FunctionId, 4> virtualTargets(const Site &S) const;

  llvm::ArrayRef<SiteId> directCallers(FunctionId F) const { return CallerRows[F.Index]; }
  SiteRange sitesOf(FunctionId F) const { return SitesOf[F.Index]; }
  llvm::ArrayRef<ValueId> returns(FunctionId F) const { return ReturnRows[F.Index]; }
  /// What is assigned to a cell.
  llvm::ArrayRef<FramedValue> stores(Cell C) const;
  /// Callables that calls may keep in the object of a cell (containers, signals); for callable flow only.
  llvm::ArrayRef<FramedValue> kept(Cell C) const;
  /// The cell a value names, through indices and address-of; 0 for computed values.
  Cell cellOf(ValueId V) const;

  llvm::ArrayRef<SiteId> sitesWith(Role R) const { return BySiteRole[static_cast<size_t>(R)]; }
  llvm::ArrayRef<SiteId> sitesWithCallbacks() const { return CallbackSites; }
  /// Calls that call the callbacks which a library keeps under this name.
  llvm::ArrayRef<SiteId> keeperSites(llvm::StringRef Keeper) const {
    auto It = KeeperSites.find(Keeper);
    return It == KeeperSites.end() ? llvm::ArrayRef<SiteId>() : llvm::ArrayRef<SiteId>(It->second);
  }
  /// Calls of constructors, those of base initialisers included.
  llvm::ArrayRef<SiteId> constructorSites() const { return ConstructorSites; }
  llvm::ArrayRef<SiteId> indirectSites() const { return IndirectSites; }
  llvm::ArrayRef<SiteId> virtualSites() const { return VirtualSites; }
  /// Sites of external functions without a model that are given a callable.
  llvm::ArrayRef<SiteId> unknownCallableSites() const { return UnknownCallables; }
  /// Calls by which a smart pointer lets go of its object (reset(), the destructor).
  llvm::ArrayRef<SiteId> ownerSites() const { return OwnerSites; }
  /// The class a smart pointer owns alone, from its spelled type; none for shared ones and for what is not one.
  RecordId owned(ValueId V) const;

  /// Function by exact qualified name (the first), none if the program does not know it.
  FunctionId functionNamed(llvm::StringRef Name) const;

  /// Strips casts that models know (returns-arg), address-of; stays in one frame.
  ValueId strip(ValueId V) const;
  /// Its type says that V (of Frame) is a number, a bool or nothing: no callable, no object.
  bool isNumber(FunctionId Frame, ValueId V) const;
  /// The string a value is, through returns-arg calls (qFlagLocation, g_intern_static_string), "" if none.
  llvm::StringRef stringOf(ValueId V) const;
  /// The most specific static record of a value, looking below cast calls.
  RecordId recordOf(ValueId V) const;
  /// The name a type goes by: C struct tags without their leading underscore.
  llvm::StringRef typeName(RecordId R) const;
  /// Last component of a qualified name.
  llvm::StringRef shortName(FunctionId F) const;

private:
  void buildContracts();
  void buildRecords();
  void buildMethods();
  void buildSites();
  void buildStores();
  bool keepsCallable(const Site &S, const Contract &C, llvm::SmallVectorImpl<ValueId> &Kept) const;

  std::vector<Contract> Contracts;
  std::vector<uint32_t> ContractOf;
  llvm::BitVector Modelled; ///< ContractOf is not 0: asked for every call of the program, and small enough for a cache
  llvm::DenseMap<uint32_t, uint32_t> GlobalContracts; ///< variable → contract
  Rows<RecordId> BaseRows, HeirRows;
  std::vector<bool> Instantiated, LiveHeir;
  std::vector<ModelSet::Affinity> Affinities;
  Rows<FunctionId> MethodRows, OverriderRows;
  Rows<SiteId> CallerRows;
  std::vector<SiteRange> SitesOf;
  Rows<ValueId> ReturnRows;
  struct CellRows {
    std::vector<Cell> Cells; ///< sorted, parallel to Values
    std::vector<FramedValue> Values;
    void fill(std::vector<std::pair<Cell, FramedValue>> &Pairs);
    llvm::ArrayRef<FramedValue> operator[](Cell C) const;
  };
  CellRows Stored, Kept;
  std::vector<std::vector<SiteId>> BySiteRole;
  std::vector<SiteId> ConstructorSites, CallbackSites, IndirectSites, VirtualSites, UnknownCallables, OwnerSites;
  mutable llvm::DenseMap<uint64_t, llvm::SmallVector<FunctionId, 4>> Viable; ///< (method, static class) → targets
  llvm::StringMap<std::vector<SiteId>> KeeperSites;
  llvm::StringMap<uint32_t> RecordByName;
  std::vector<ModelSet::Owner> Owners; ///< smart pointers
  mutable llvm::DenseMap<llvm::StringRef, uint32_t> ByName; ///< made when it is first asked: few programs need it
};

} // namespace offmain

#endif
