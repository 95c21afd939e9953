// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See the header. llvm::GlobPattern is not used: '[' and '?' occur in no name we match, '\\' and braces would need
// quoting in operators' names, and it has no prefix to index by.
#include "models/NameIndex.h"

using namespace llvm;

namespace offmain {

bool matchesGlob(StringRef Pattern, StringRef Name) {
  // Greedy with one point to come back to: linear in Name for each '*', no recursion.
  size_t P = 0, N = 0, StarP = StringRef::npos, StarN = 0;
  while (N < Name.size()) {
    size_t Escape = Pattern.substr(P).starts_with("\\*") ? 1 : 0;
    if (P < Pattern.size() && Pattern[P] == '*') {
      StarP = P++;
      StarN = N;
    } else if (P + Escape < Pattern.size() && Pattern[P + Escape] == Name[N]) {
      P += 1 + Escape;
      ++N;
    } else if (StarP != StringRef::npos) {
      P = StarP + 1;
      N = ++StarN;
    } else {
      return false;
    }
  }
  return Pattern.drop_front(P).find_first_not_of('*') == StringRef::npos;
}

/// The text before the first star that is not escaped, as it stands in names; `Rest` is what follows.
static std::string literalPrefix(StringRef Pattern, StringRef &Rest) {
  std::string Literal;
  size_t At = 0;
  for (; At < Pattern.size() && Pattern[At] != '*'; ++At) {
    if (Pattern.substr(At).starts_with("\\*"))
      ++At;
    Literal += Pattern[At];
  }
  Rest = Pattern.drop_front(At);
  return Literal;
}

uint32_t NameIndex::child(uint32_t At, char C) const {
  for (const auto &[Char, Next] : Trie[At].Next)
    if (Char == C)
      return Next;
  return 0;
}

void NameIndex::add(StringRef Pattern, uint32_t Value) {
  StringRef Rest;
  std::string Literal = literalPrefix(Pattern, Rest);
  if (Rest.empty()) {
    Exact[Literal].push_back(Value);
    return;
  }
  if (Trie.empty())
    Trie.emplace_back();
  uint32_t At = 0;
  for (char C : Literal) {
    uint32_t Next = child(At, C);
    if (!Next) {
      Next = Trie.size();
      Trie[At].Next.push_back({C, Next});
      Trie.emplace_back();
    }
    At = Next;
  }
  Trie[At].Globs.push_back(Globs.size());
  Globs.push_back({Rest.str(), Value, static_cast<uint32_t>(Literal.size() + Rest.size() - Rest.count('*'))});
}

void NameIndex::find(StringRef Name, function_ref<void(const Match &)> Found) const {
  if (auto It = Exact.find(Name); It != Exact.end())
    for (uint32_t Value : It->second)
      Found({Value, true, static_cast<uint32_t>(Name.size())});
  if (Trie.empty())
    return;
  uint32_t At = 0;
  for (size_t Length = 0;; ++Length) {
    for (uint32_t G : Trie[At].Globs)
      if (matchesGlob(Globs[G].Rest, Name.drop_front(Length)))
        Found({Globs[G].Value, false, Globs[G].Literal});
    if (Length == Name.size())
      return;
    At = child(At, Name[Length]);
    if (!At)
      return;
  }
}

} // namespace offmain
