// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which thread an object lives in ("thread affinity" in Qt's words, https://doc.qt.io/qt-6/threads-qobject.html):
// where it was made, where its parent lives, or where moveToThread() put it. GUI objects live on main by nature.
//
//   value ──▶ its variable, field, allocation ──moved?──▶ where the move puts it
//                                             ──parent?─▶ where the parent lives (a tree moves as one)
//                                             ──made────▶ where the function that made it runs
//   `this` ─▶ its class: moved (all objects that are made, or none), else made
//
// Asked per class (slots, `this`) and per value (a field's timer, a local). Unknown is an answer: rules stay silent on it.
#ifndef OFFMAIN_SOLVE_HOMES_H
#define OFFMAIN_SOLVE_HOMES_H

#include "solve/Flow.h"
#include "solve/Solution.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain {

enum class HomeKind : uint8_t { Unknown, Main, Worker, Here };

struct Home {
  HomeKind Kind = HomeKind::Unknown;
  SiteId Because; ///< the moveToThread, or the constructor call
  std::string Why; ///< "'worker' is moved to another thread here", "the timer is made here, on the main thread"
};

/// Contexts of functions as an earlier round found them; empty in the first.
using KnownContexts = std::vector<CtxMask>;

class Homes {
public:
  Homes(const Tables &T, const Flow &F, const KnownContexts &Known);

  /// Where objects of class R live, as far as the class alone says.
  Home ofClass(RecordId R) const;
  /// Where the object V (seen in Frame) lives. Here: made in Frame itself, on whatever thread runs it.
  Home ofValue(FunctionId Frame, ValueId V) const;
  /// The same, with what is made in Frame itself placed where Frame is known to run.
  Home ofObject(FunctionId Frame, ValueId V) const;
  /// Where V lives as long as the move S has not happened.
  Home before(SiteId S, FunctionId Frame, ValueId V) const;
  /// Where an object made by the constructor call S lives: with its QObject parent if it is given one.
  Home ofConstruction(SiteId S, unsigned Depth = 0) const;
  /// Where the move S puts its object.
  Home destination(SiteId S) const;
  /// Contexts of F as the round before found them, 0 if unknown.
  CtxMask known(FunctionId F) const {
    Asked = true;
    return F.Index < Known.size() ? Known[F.Index] : CtxMask(0);
  }
  /// Something rested on where a function runs, so a second round can differ.
  bool asked() const { return Asked; }
  /// The argument of a QObject constructor that is its parent, or none: also none when it is a null pointer.
  ValueId parentArgument(const Site &S) const;
  /// The constructor calls that made the object V can be.
  struct Origins {
    llvm::SmallVector<SiteId, 2> Made; ///< sorted
    bool Complete = true;              ///< it can be nothing else
  };
  Origins origins(FunctionId Frame, ValueId V) const;
  /// The calls that make objects of class R or its heirs (not base initialisers).
  llvm::ArrayRef<SiteId> constructions(RecordId R) const;
  /// Calls that give the object in a cell a parent, or (`Null`) take it away.
  struct Parenting {
    SiteId Site;
    bool Null;
  };
  llvm::ArrayRef<Parenting> parentings(Cell C) const;
  /// Objects of these classes move themselves in their constructors: the call, or none.
  SiteId movesItself(RecordId R) const;

private:
  using Moves = llvm::SmallVector<SiteId, 2>;
  struct ClassMoves {
    Moves Sites;
    bool Told = true; ///< every one of them says which constructions it moves
  };

  // Moves.cpp: who is moved where.
  void noteMove(SiteId S, FunctionId Frame, ValueId Object, unsigned Depth);
  void noteParents();
  Home destination(FunctionId Frame, ValueId Thread, unsigned Depth) const;
  Home ofMoves(llvm::ArrayRef<SiteId> Moved, unsigned Depth) const;
  int parentParameter(FunctionId Ctor, unsigned Depth = 0) const;
  int parentByType(const Function &Ctor) const;
  void originsOf(FunctionId Frame, ValueId V, unsigned Depth, Origins &Out, llvm::SmallVectorImpl<FramedValue> &Seen) const;

  Home ofClass(RecordId R, unsigned Depth) const;
  Home ofValue(FunctionId Frame, ValueId V, unsigned Depth) const;
  Home ofParameter(FunctionId Frame, unsigned N, unsigned Depth) const;
  Home ofMade(SiteId S, FunctionId Frame, unsigned Depth) const;
  Home ofCell(FunctionId Frame, ValueId V, Cell C, unsigned Depth) const;
  Home madeIn(FunctionId F, SiteId S) const;
  Home settle(Home H, FunctionId Frame) const { return H.Kind == HomeKind::Here ? madeIn(Frame, H.Because) : H; }
  /// Some objects of a class related to R are moved.
  bool mayMove(RecordId R) const;
  /// What a smart pointer in the cell of V is given after it was made.
  template <class Fn> void eachGiven(ValueId V, Cell C, Fn Do) const;
  bool ignored(llvm::ArrayRef<SiteId> Moved) const { return Moved.size() == 1 && Moved[0] == Ignored; }

  const Tables &T;
  const Flow &F;
  const KnownContexts &Known;
  mutable bool Asked = false;
  mutable unsigned Budget = 0; ///< steps left for the question being answered
  mutable SiteId Ignored;      ///< a move that has not happened yet
  mutable llvm::DenseMap<uint32_t, int> ParentParameters; ///< by constructor
  llvm::DenseMap<uint32_t, ClassMoves> MovedClasses;
  llvm::DenseMap<Cell, Moves> MovedCells;
  llvm::DenseMap<uint32_t, Moves> MovedSites; ///< by constructor call
  llvm::DenseMap<Cell, llvm::SmallVector<Parenting, 1>> Parented;
  llvm::DenseMap<Cell, std::vector<SiteId>> ConstructedAt; ///< objects by value: their constructor calls
  llvm::DenseMap<uint32_t, std::vector<SiteId>> Constructions; ///< record → constructor sites (not base initialisers), of heirs as well
  llvm::DenseSet<uint32_t> MadeItself; ///< records that are made themselves, not only as bases of heirs
};

template <class Fn> void Homes::eachGiven(ValueId V, Cell C, Fn Do) const {
  if (T.affinity(T.P[V].Record) != ModelSet::Affinity::Unset)
    return; // an object, or a pointer to one: what its methods are given is not it
  RecordId Owned = T.owned(V); // what is given to methods of the object that is pointed to is not it either
  for (const FramedValue &S : T.kept(C))
    if (ValueId K = T.strip(S.Value); K && T.affinity(T.recordOf(K)) != ModelSet::Affinity::Unset &&
                                      T.P[K].Kind != ValueKind::This && T.related(Owned, T.recordOf(K)))
      Do(S);
}

} // namespace offmain

#endif
