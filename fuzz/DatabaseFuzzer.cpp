// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arbitrary bytes as a compile database, its commands cleaned for the parser. That happens in the driver's own process:
// a crash here would cost the whole run, not one unit. The bytes are also the response file `@/p/r`.
#include "driver/CompileDatabase.h"
#include "extract/Extract.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace offmain;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const char *Path : {"/p/compile_commands.json", "/p/r"})
    Files->addFile(Path, 0, llvm::MemoryBuffer::getMemBufferCopy(Text));
  auto Database = loadDatabase(*Files, "/p/compile_commands.json");
  if (!Database) {
    llvm::consumeError(Database.takeError());
    return 0;
  }
  std::vector<std::string> Notes;
  for (const CompileCommand &C : Database->Commands)
    (void)cleanCommand({C.Directory, C.File, C.Arguments}, Notes, Files);
  return 0;
}
