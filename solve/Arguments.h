// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Constants that callers pass, followed into the branches that test them:
//
//   leave(TRUE);      void leave(gboolean force) { if (!force) ask_user(); ... }
//
// Calls of leave() that pass TRUE do not make it ask. Only tests of a parameter against a constant, in functions some
// caller of which passes a constant that decides one; a parameter that the function changes is no longer the caller's.
// Rejected: copies of the function for each constant; the contexts of a program hardly ever need more than a bit a test.
#ifndef OFFMAIN_SOLVE_ARGUMENTS_H
#define OFFMAIN_SOLVE_ARGUMENTS_H

#include "solve/Tables.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"

namespace offmain {

class ArgumentTests {
public:
  explicit ArgumentTests(const Tables &T);

  bool any(FunctionId F) const { return Tested[F.Index]; }
  /// The bit of the test that decides over the call at S; 0: none does.
  uint32_t bit(SiteId S) const { return Bits.lookup(S.Index); }
  /// Bits of the tests in the called function that the arguments at Call pass; all bits where that is every test.
  uint32_t passed(SiteId Call) const;

private:
  struct Test {
    unsigned Param;
    uint32_t Constant;
    bool Equal; ///< passed when equal
    friend bool operator==(const Test &, const Test &) = default;
  };
  void learn(FunctionId F);
  const Tables &T;
  const Program &P;
  llvm::BitVector Tested; ///< functions that have tests; the search asks for every call
  llvm::DenseMap<uint32_t, std::vector<Test>> Tests; ///< by function
  llvm::DenseMap<uint32_t, uint32_t> Bits;           ///< by site
};

} // namespace offmain

#endif
