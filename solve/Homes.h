// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which thread an object lives in ("thread affinity" in Qt's words, https://doc.qt.io/qt-6/threads-qobject.html):
// where it was made, where its parent lives, or where moveToThread() put it. GUI objects live on main by nature.
//
// Asked per class (slots, `this`) and per value (a field's timer, a local). Unknown is an answer: rules stay silent on it.
#ifndef OFFMAIN_SOLVE_HOMES_H
#define OFFMAIN_SOLVE_HOMES_H

#include "solve/Flow.h"
#include "solve/Solution.h"

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
  /// Where an object made by the constructor call S lives: with its QObject parent if it is given one.
  Home ofConstruction(SiteId S, unsigned Depth = 0) const;
  /// Contexts of F as the round before found them, 0 if unknown.
  CtxMask known(FunctionId F) const {
    Asked = true;
    return F.Index < Known.size() ? Known[F.Index] : CtxMask(0);
  }
  /// Something rested on where a function runs, so a second round can differ.
  bool asked() const { return Asked; }
  /// Is the value a thread token for the main thread (qApp->thread())?
  bool isMainThreadValue(FunctionId Frame, ValueId V) const;
  /// The argument of a QObject constructor that is its parent, or none.
  ValueId parentArgument(const Site &S) const;

private:
  Home ofValue(FunctionId Frame, ValueId V, unsigned Depth) const;
  Home madeIn(FunctionId F, SiteId S) const;
  bool movesItself(RecordId R) const;
  const Tables &T;
  const Flow &F;
  const KnownContexts &Known;
  mutable bool Asked = false;
  mutable unsigned Budget = 0; ///< steps left for the question being answered
  struct Move {
    SiteId Site;
    bool ToMain;
  };
  llvm::DenseMap<uint32_t, std::vector<Move>> MovedClasses;
  llvm::DenseMap<Cell, Move> MovedCells;
  llvm::DenseMap<Cell, std::vector<SiteId>> ConstructedAt; ///< objects by value: their constructor calls
  llvm::DenseMap<uint32_t, std::vector<SiteId>> Constructions; ///< record → constructor sites (not base initialisers)
};

} // namespace offmain

#endif
