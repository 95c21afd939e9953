// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arbitrary bytes as `.offmain.yaml`: an error that names the file, or a configuration whose models load or do not.
#include "driver/Config.h"
#include "models/Models.h"

using namespace offmain;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  auto Read = parseConfig(llvm::MemoryBufferRef(Text, "/p/.offmain.yaml"));
  if (!Read) {
    llvm::consumeError(Read.takeError());
    return 0;
  }
  ModelSet Set;
  llvm::consumeError(Set.addConfigModels(llvm::MemoryBufferRef(Read->Models, Read->Path)));
  return 0;
}
