// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Of which classes the object can be that a method runs on, along one chain.
//
//   Job job; job.perform()          perform() on {Job}
//     Base::perform() { step(); }   step() on the same object: Job::step(), not Other::step()
//
// Virtual calls are resolved once for the whole program, over all classes it makes. Where a method of a base class
// calls what its heirs override on `this`, that mixes the heirs: one runs on a worker, the other on main, and each
// seems to run the other's code. So a chain remembers the classes of the object it is with, as far as calls on `this`
// depend on it. Rejected: a copy of each method for each class (all chains below would be kept apart as well).
#ifndef OFFMAIN_SOLVE_RECEIVERS_H
#define OFFMAIN_SOLVE_RECEIVERS_H

#include "solve/Tables.h"
#include "llvm/ADT/BitVector.h"
#include <map>
#include <optional>

namespace offmain {

class Receivers {
public:
  /// A set of classes; Any: all that the method's own class allows.
  using Set = uint32_t;
  static constexpr Set Any = 0;

  explicit Receivers(const Tables &T);

  /// The set in which To runs, called at `Site` by a method that runs on `On`; nullopt: no such object dispatches
  /// there.
  std::optional<Set> called(SiteId Site, Set On, FunctionId To) const;
  /// All of B are in A.
  bool covers(Set A, Set B) const;
  /// Calls on `this` at or below F depend on the class.
  bool matters(FunctionId F) const { return Matters[F.Index]; }

private:
  using Classes = std::vector<RecordId>; ///< sorted
  Set intern(Classes C) const;
  const Classes &made(RecordId R) const;
  const Classes &of(FunctionId F, Set On) const;
  std::optional<Classes> ofReceiver(ValueId V) const;
  FunctionId dispatched(RecordId R, FunctionId Method) const;
  bool onThis(const Site &At) const;

  const Tables &T;
  const Program &P;
  llvm::BitVector Matters;
  mutable std::map<Classes, Set> Ids;
  mutable std::vector<const Classes *> Sets;  ///< by Set; the keys of Ids
  mutable llvm::DenseMap<uint32_t, Set> Made; ///< by record
  mutable llvm::DenseMap<uint64_t, FunctionId> Dispatched;
};

} // namespace offmain

#endif
