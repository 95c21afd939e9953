// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// facts-seeds BINARY-DIR TEXT-DIR: first inputs for the facts fuzzers. Without them a fuzzer spends its day on finding
// a FlatBuffer's layout.
#include "facts/Text.h"
#include "test/unit/facts/Sample.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace offmain;

static bool write(StringRef Directory, StringRef Name, StringRef Bytes) {
  std::error_code Error;
  raw_fd_ostream Out((Directory + "/" + Name).str(), Error);
  if (Error) {
    errs() << "facts-seeds: " << Directory << ": " << Error.message() << '\n';
    return false;
  }
  Out << Bytes;
  return true;
}

int main(int Argc, char **Argv) {
  if (Argc != 3) {
    errs() << "usage: facts-seeds BINARY-DIR TEXT-DIR\n";
    return 2;
  }
  facts::UnitBuilder Empty;
  for (auto [Name, Bytes] : {std::pair<StringRef, std::string>("sample", facts::test::sampleBytes()),
                             std::pair<StringRef, std::string>("empty", Empty.finish("", 0, ""))}) {
    auto Unit = facts::open(facts::test::buffer(Bytes));
    if (!Unit) {
      errs() << toString(Unit.takeError()) << '\n';
      return 1;
    }
    if (!write(Argv[1], Name, Bytes) || !write(Argv[2], Name, facts::toText(*Unit)))
      return 1;
  }
  return 0;
}
