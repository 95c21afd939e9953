// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a program does with its thread objects: who starts them, who waits for them.
//
//   t.start(), t->wait() ──▶ things of the function (`this`, a parameter, a variable) ──callers──▶ things of theirs
//
// A thing is field-based like a cell: one field is one thread whatever object it is in. What cannot be told (an element of
// a container) is Any: it may be every thread.
#ifndef OFFMAIN_CHECKS_THREADLIVES_H
#define OFFMAIN_CHECKS_THREADLIVES_H

#include "checks/Common.h"

namespace offmain {

/// A thread object as a function sees it: a cell, or one of these.
using Thing = uint64_t;
constexpr Thing NoThing = 0, ThisThing = uint64_t(3) << 32, AnyThing = uint64_t(5) << 32;
constexpr Thing paramThing(uint32_t N) { return (uint64_t(4) << 32) | N; }
inline bool isCell(Thing X) { return X && X < ThisThing; }

class ThreadLives {
public:
  ThreadLives(const Program &P, const Solution &S);

  /// Is it the toolkit's thread class or an heir?
  bool isThread(RecordId R) const { return R && ThreadClass[R.Index]; }
  /// The toolkit's thread class itself.
  bool isPlainThread(RecordId R) const { return isThread(R) && T.P[R].is(RecordFlag::Outside); }
  using Things = llvm::SmallVector<Thing, 4>;
  /// The one thing a value names in Frame, through variables that only hold another's name; AnyThing when it cannot be told.
  Thing thing(FunctionId Frame, ValueId V) const;
  /// All things it may name; a field that holds a reference names what it was given as well.
  Things things(FunctionId Frame, ValueId V) const;
  /// What thing X of the function called at Site is to Site's caller.
  Things seenBy(const Site &Site, Thing X) const;

  struct Deeds {
    Things Starts, Waits; ///< sorted
  };
  /// What a call of F does before it returns.
  const Deeds &deeds(FunctionId F) const;
  bool waits(FunctionId F, Thing X) const;
  bool starts(FunctionId F, Thing X) const;
  /// Objects of the class wait for their thread while they are destroyed.
  bool waitsWhenDestroyed(RecordId R) const;
  /// Objects of the class start when they are made.
  bool startsWhenMade(RecordId R) const;
  /// Some start in the program is of this cell, or of objects of this class by themselves.
  SiteId started(Cell C) const { return StartedAt.lookup(C); }
  /// The start of the object that this constructor call makes.
  SiteId startedObject(SiteId Made) const { return StartedMade.lookup(Made.Index); }
  /// Functions that themselves wait for the cell.
  llvm::ArrayRef<FunctionId> waiters(Cell C) const;
  /// Slots of the signal that a thread sends when it ends.
  bool runsWhenFinished(FunctionId F) const { return FinishedSlots.contains(F.Index); }
  /// The destructor of R, if the program knows one.
  FunctionId destructor(RecordId R) const;
  bool isFinishedSignal(FunctionId Frame, ValueId Sender, ValueId Signal) const;

private:
  void collect(Role R, bool Start);
  void propagate();
  void collectFinished();
  void thingsOf(FunctionId Frame, ValueId V, unsigned Depth, Things &Out) const;
  static bool add(llvm::SmallVectorImpl<Thing> &To, Thing X);
  void addOrigin(FunctionId F, ValueId V, bool Start, SiteId At);

  const Tables &T;
  const Solution &S;
  std::vector<bool> ThreadClass;
  llvm::DenseMap<uint32_t, Deeds> ByFunction;
  llvm::DenseMap<Cell, SiteId> StartedAt;
  llvm::DenseMap<uint32_t, SiteId> StartedMade; ///< by the constructor call of the object
  llvm::DenseMap<Cell, llvm::SmallVector<FunctionId, 2>> Waiters;
  llvm::DenseSet<uint32_t> FinishedSlots;
};

} // namespace offmain

#endif
