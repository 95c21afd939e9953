// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Confirm.h.
#include "findings/Confirm.h"
#include "findings/Findings.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace llvm;

namespace offmain::findings {

namespace {

/// How well a report fits a finding; the greatest wins, then the nearest line, then the first.
enum class Fit : uint8_t { None, Function, Place, PlaceAndCallee };

class Matcher {
public:
  Matcher(ArrayRef<Finding> Findings, SourceText &Sources) : Findings(Findings), Sources(Sources) {
    for (size_t I = 0; I != Findings.size(); ++I)
      ByRule[Findings[I].Rule].push_back(I);
  }

  std::optional<size_t> best(const Finding &Seen) {
    std::optional<size_t> Best;
    std::pair<Fit, int64_t> BestKey;
    bool FileIsHere = Sources.text(Seen.At.File).has_value();
    for (size_t I : ByRule.lookup(Seen.Rule)) {
      const Finding &F = Findings[I];
      std::pair<Fit, int64_t> Key{fit(F, Seen, FileIsHere), -std::abs(int64_t(F.At.Line) - int64_t(Seen.At.Line))};
      if (Key.first != Fit::None && (!Best || Key > BestKey))
        std::tie(Best, BestKey) = std::pair(I, Key);
    }
    return Best;
  }

private:
  Fit fit(const Finding &F, const Finding &Seen, bool FileIsHere) {
    bool SameFile = F.At.File == Seen.At.File ||
                    (!FileIsHere && sys::path::filename(F.At.File) == sys::path::filename(Seen.At.File));
    bool SameCallee = F.Callee == Seen.Callee;
    if (SameFile && Seen.At.Line >= F.At.Line && Seen.At.Line <= std::max(F.At.Line, F.At.EndLine))
      return SameCallee ? Fit::PlaceAndCallee : Fit::Place;
    // A compiler's copies of a function (".isra.0", ".part.1") are that function.
    bool SameFunction =
        !F.Function.empty() && StringRef(Seen.Function).take_until([](char C) { return C == '.'; }) == F.Function;
    if (!SameFunction || !SameCallee)
      return Fit::None;
    if (!Seen.At.Line)
      return Fit::Function;
    return SameFile && !holdsCall(F.At.File, Seen) ? Fit::Function : Fit::None;
  }

  /// Whether the line that the run names calls what the run says, as far as its text tells.
  bool holdsCall(StringRef File, const Finding &Seen) {
    auto Line = Sources.line(File, Seen.At.Line);
    return Line && Line->contains(Seen.Callee.substr(Seen.Callee.rfind(':') + 1));
  }

  ArrayRef<Finding> Findings;
  SourceText &Sources;
  StringMap<std::vector<size_t>> ByRule;
};

void markConfirmed(Finding &F, const Finding &Seen) {
  F.From = Origin::Both;
  F.Sure = Confidence::High;
  F.Assumptions.clear();
  if (F.Observed)
    return merge(*F.Observed, *Seen.Observed);
  F.Observed = Seen.Observed;
  if (Seen.Callee != F.Callee)
    F.Observed->Callee = Seen.Callee;
}

} // namespace

void confirm(std::vector<Finding> &Findings, std::vector<Finding> Seen, SourceText &Sources) {
  std::vector<Finding> New;
  std::vector<std::pair<size_t, size_t>> Confirmed;
  Matcher M(Findings, Sources);
  for (size_t I = 0; I != Seen.size(); ++I)
    if (auto Index = M.best(Seen[I]))
      Confirmed.push_back({*Index, I});
    else
      New.push_back(std::move(Seen[I]));
  for (auto [Index, Which] : Confirmed)
    markConfirmed(Findings[Index], Seen[Which]);

  normalize(New); // several runs may have seen it
  StringSet<> Known;
  for (const Finding &F : Findings)
    Known.insert(F.Fingerprint);
  for (Finding &F : New) {
    // Another call of the same in the same function has its own identity.
    while (!Known.insert(F.Fingerprint).second)
      F.Fingerprint = toHex(BLAKE3::hash<8>(arrayRefFromStringRef(F.Fingerprint)), /*LowerCase=*/true);
    Findings.push_back(std::move(F));
  }
  normalize(Findings);
}

} // namespace offmain::findings
