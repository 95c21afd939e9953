// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arbitrary bytes as a model file and as a configuration: an error or entries, never a crash. What was accepted is
// then asked about, with names cut from the same bytes.
#include "models/Models.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"

using namespace offmain;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  ModelSet Set;
  llvm::consumeError(Set.addConfigModels(llvm::MemoryBufferRef(Text, "config.yaml")));
  if (llvm::Error E = Set.add(llvm::MemoryBufferRef(Text, "models.yaml"))) {
    llvm::consumeError(std::move(E));
    return 0;
  }
  llvm::SmallVector<llvm::StringRef> Words;
  Text.split(Words, ' ', /*MaxSplit=*/16, /*KeepEmpty=*/false);
  for (llvm::StringRef Word : Words) {
    Set.function(Word, Words, Words.front());
    Set.overridden(Word);
    Set.field(Word);
    Set.signal(Word);
    Set.affinity(Word, Words);
    Set.describe(Word, llvm::nulls());
  }
  return 0;
}
