// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Globs.h. The matching itself is LLVM's.
#include "findings/Globs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace offmain {

Error Globs::add(StringRef Glob) {
  Glob = Glob.trim();
  if (Glob.empty())
    return Error::success();
  bool Adds = !Glob.consume_front("-");
  auto Text = std::make_shared<const std::string>(Glob.str());
  auto Pattern = GlobPattern::create(*Text, /*MaxSubPatterns=*/64);
  if (!Pattern)
    return createStringError("bad glob '%s': %s", Text->c_str(), toString(Pattern.takeError()).c_str());
  Items.push_back({std::move(Text), std::move(*Pattern), Adds});
  return Error::success();
}

Expected<Globs> Globs::parse(StringRef List) {
  Globs Result;
  SmallVector<StringRef> Parts;
  List.split(Parts, ',', -1, /*KeepEmpty=*/false);
  for (StringRef Part : Parts) {
    SmallVector<StringRef> Lines;
    Part.split(Lines, '\n', -1, /*KeepEmpty=*/false);
    for (StringRef Line : Lines)
      if (Error E = Result.add(Line))
        return E;
  }
  return Result;
}

bool Globs::matches(StringRef Text) const {
  for (const Item &I : reverse(Items))
    if (I.Pattern.match(Text))
      return I.Adds;
  return false;
}

bool globMatches(StringRef Glob, StringRef Text) {
  auto Pattern = GlobPattern::create(Glob, 64);
  if (!Pattern) {
    consumeError(Pattern.takeError());
    return false;
  }
  return Pattern->match(Text);
}

} // namespace offmain
