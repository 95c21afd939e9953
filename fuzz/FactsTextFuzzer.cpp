// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The text form as foreign bytes, and through it units that are well formed as FlatBuffers but odd in meaning, which
// flipping bits in a binary seldom makes.
#include "fuzz/WalkFacts.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Bytes = offmain::facts::fromText({reinterpret_cast<const char *>(Data), Size});
  if (!Bytes) {
    llvm::consumeError(Bytes.takeError());
    return 0;
  }
  offmain::fuzz::walkFacts(*Bytes);
  return 0;
}
