// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What both facts fuzzers do with bytes that open() accepts: list the unit, link it with itself, list the program.
#ifndef OFFMAIN_FUZZ_WALKFACTS_H
#define OFFMAIN_FUZZ_WALKFACTS_H

#include "facts/Text.h"
#include "link/Link.h"
#include "llvm/Support/raw_ostream.h"

namespace offmain::fuzz {

inline void walkFacts(llvm::StringRef Bytes) {
  auto Unit = facts::open(llvm::MemoryBuffer::getMemBufferCopy(Bytes, "fuzz"));
  if (!Unit) {
    llvm::consumeError(Unit.takeError());
    return;
  }
  llvm::raw_null_ostream OS;
  facts::print(*Unit, OS);
  print(link({*Unit, *Unit}), OS);
}

} // namespace offmain::fuzz

#endif
