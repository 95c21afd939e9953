// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Facts files as foreign bytes: open() refuses them or everything after it is safe.
#include "fuzz/WalkFacts.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  offmain::fuzz::walkFacts({reinterpret_cast<const char *>(Data), Size});
  return 0;
}
