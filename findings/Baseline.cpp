// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Baseline.h.
#include "findings/Baseline.h"
#include "findings/Json.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offmain::findings {

static constexpr int BaselineVersion = 1;

Expected<StringSet<>> readBaseline(MemoryBufferRef Text) {
  auto Parsed = parseJson(Text);
  if (!Parsed)
    return Parsed.takeError();
  std::string Name = Text.getBufferIdentifier().str();
  const json::Object *Root = Parsed->getAsObject();
  const json::Array *List = Root ? Root->getArray("findings") : nullptr;
  if (!List)
    return createStringError("%s is not a baseline: no list 'findings'", Name.c_str());
  if (Root->getInteger("version").value_or(0) != BaselineVersion)
    return createStringError("%s is a baseline of another version; write it again with --write-baseline", Name.c_str());
  StringSet<> Result;
  for (const json::Value &V : *List)
    if (const json::Object *O = V.getAsObject())
      if (auto Print = O->getString("fingerprint"))
        Result.insert(*Print);
  return Result;
}

void writeBaseline(ArrayRef<Finding> Findings, raw_ostream &OS) {
  std::vector<const Finding *> Sorted;
  for (const Finding &F : Findings)
    Sorted.push_back(&F);
  llvm::sort(Sorted, [](const Finding *A, const Finding *B) { return A->Fingerprint < B->Fingerprint; });
  OS << "{\"version\": " << BaselineVersion << ", \"findings\": [";
  bool First = true;
  for (const Finding *F : Sorted) {
    OS << (First ? "\n  " : ",\n  ")
       << json::Value(json::Object{{"fingerprint", F->Fingerprint},
                                   {"rule", F->Rule},
                                   {"function", json::fixUTF8(F->Function)},
                                   {"callee", json::fixUTF8(F->Callee)}});
    First = false;
  }
  OS << "\n]}\n";
}

} // namespace offmain::findings
