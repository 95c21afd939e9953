// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Findings.h. Everything here is a pure function of the list it is given.
#include "findings/Findings.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <tuple>

using namespace llvm;

namespace offmain::findings {

namespace {

auto whole(const Finding &F) {
  return std::tie(F.At, F.Rule, F.Message, F.Severity, F.Sure, F.Function, F.Callee, F.Witness, F.Counterpart, F.Related,
                  F.OtherEntries, F.Advice, F.Assumptions);
}

/// Which of two findings of one rule at one place is told.
bool better(const Finding &A, const Finding &B) {
  if (A.Sure != B.Sure)
    return A.Sure > B.Sure;
  if (A.Severity != B.Severity)
    return A.Severity > B.Severity;
  if (A.Witness.size() != B.Witness.size())
    return A.Witness.size() < B.Witness.size();
  return whole(A) < whole(B);
}

std::string entryOf(const Finding &F) { return F.Witness.empty() ? std::string() : F.Witness.front().Function; }

/// What there is one finding of. A program without debug information has no lines: there it is the function and what it
/// calls.
auto placeOf(const Finding &F) {
  bool HasLine = F.At.Line != 0;
  return std::tuple(StringRef(F.At.File), F.At.Line, F.At.Column, StringRef(F.Rule),
                    HasLine ? StringRef() : StringRef(F.Function), HasLine ? StringRef() : StringRef(F.Callee));
}

void absorb(Finding &Kept, const Finding &Dropped) {
  std::string Entry = entryOf(Dropped);
  if (!Entry.empty() && Entry != entryOf(Kept))
    Kept.OtherEntries.push_back(Entry);
  Kept.OtherEntries.insert(Kept.OtherEntries.end(), Dropped.OtherEntries.begin(), Dropped.OtherEntries.end());
  if (Dropped.Observed && Kept.Observed)
    merge(*Kept.Observed, *Dropped.Observed);
}

std::string counted(uint64_t N, StringRef What) { return std::to_string(N) + " " + What.str() + (N == 1 ? "" : "s"); }

} // namespace

void normalize(std::vector<Finding> &Findings) {
  std::sort(Findings.begin(), Findings.end(), [](const Finding &A, const Finding &B) {
    if (auto PlaceA = placeOf(A), PlaceB = placeOf(B); PlaceA != PlaceB)
      return PlaceA < PlaceB;
    return better(A, B);
  });
  std::vector<Finding> Kept;
  Kept.reserve(Findings.size());
  for (Finding &F : Findings) {
    if (!Kept.empty() && placeOf(Kept.back()) == placeOf(F))
      absorb(Kept.back(), F);
    else
      Kept.push_back(std::move(F));
  }
  for (Finding &F : Kept) {
    std::sort(F.OtherEntries.begin(), F.OtherEntries.end());
    F.OtherEntries.erase(std::unique(F.OtherEntries.begin(), F.OtherEntries.end()), F.OtherEntries.end());
  }
  Findings = std::move(Kept);
}

void merge(Observation &Into, const Observation &More) {
  Into.Count += More.Count;
  Into.TotalMs += More.TotalMs;
  Into.WorstMs = std::max(Into.WorstMs, More.WorstMs);
  Into.Unfinished |= More.Unfinished;
  Into.Threads = std::max(Into.Threads, More.Threads); // they may be the same threads
}

std::string observedText(const Finding &F) {
  if (!F.Observed || (!F.Observed->Count && !F.Observed->Unfinished))
    return "";
  const Observation &O = *F.Observed;
  std::string Text = F.From == Origin::Both ? "confirmed by a run: " : "seen in a run: ";
  if (!O.IsStall) {
    Text += counted(O.Count, "call") + (O.Callee.empty() ? "" : " of " + O.Callee + "()");
    return Text + (O.Threads == 1 ? " on thread '" + O.Thread + "'" : " on " + counted(O.Threads, "thread"));
  }
  if (O.Count)
    Text += counted(O.Count, "stall") + (O.Callee.empty() ? "" : " in " + O.Callee + "()") + ", at worst " +
            std::to_string(O.WorstMs) + " ms, " + std::to_string(O.TotalMs) + " ms in all";
  if (O.Unfinished)
    Text += (O.Count ? "; and " : "") + std::string("stalled when the program ended");
  return Text;
}

void identify(std::vector<Finding> &Findings) {
  StringMap<unsigned> Seen;
  for (Finding &F : Findings) {
    std::string Text;
    std::string Entry = entryOf(F); // a temporary inside the list would be gone in the loop's body
    for (StringRef Part : {StringRef(F.Rule), StringRef(F.Function), StringRef(F.Callee), StringRef(Entry),
                           sys::path::filename(F.At.File)}) {
      Text += Part;
      Text += '\0';
    }
    // Equal calls in one function are told apart by their order, which blank lines do not change.
    Text += std::to_string(Seen[Text]++);
    auto Hash = BLAKE3::hash<8>(arrayRefFromStringRef(Text));
    F.Fingerprint = toHex(Hash, /*LowerCase=*/true);
  }
}

bool pathMatches(const Globs &Paths, StringRef Path, StringRef Directory) {
  if (Paths.matches(Path))
    return true;
  StringRef Relative = Path;
  return Relative.consume_front(Directory) && Relative.consume_front("/") && Paths.matches(Relative);
}

void filter(std::vector<Finding> &Findings, const Filter &Wanted) {
  std::erase_if(Findings, [&](const Finding &F) {
    if (F.Suppressed || F.Sure < Wanted.AtLeast)
      return true;
    if (!Wanted.Checks.empty() && !Wanted.Checks.matches(F.Rule))
      return true;
    if (!Wanted.Files.empty() && !is_contained(Wanted.Files, F.At.File))
      return true;
    return pathMatches(Wanted.Exclude, F.At.File, Wanted.Directory);
  });
}

StringRef name(Level L) {
  switch (L) {
  case Level::Note:
    return "note";
  case Level::Warning:
    return "warning";
  case Level::Error:
    return "error";
  }
  return "";
}

StringRef name(Confidence C) {
  switch (C) {
  case Confidence::Low:
    return "low";
  case Confidence::Medium:
    return "medium";
  case Confidence::High:
    return "high";
  }
  return "";
}

StringRef name(Origin O) {
  switch (O) {
  case Origin::Analysis:
    return "analysis";
  case Origin::Run:
    return "run";
  case Origin::Both:
    return "both";
  }
  return "";
}

std::optional<Level> parseLevel(StringRef Text) {
  for (Level L : {Level::Note, Level::Warning, Level::Error})
    if (Text == name(L))
      return L;
  return std::nullopt;
}

std::optional<Confidence> parseConfidence(StringRef Text) {
  for (Confidence C : {Confidence::Low, Confidence::Medium, Confidence::High})
    if (Text == name(C))
      return C;
  return std::nullopt;
}

void print(ArrayRef<Finding> Findings, raw_ostream &OS) {
  auto Place = [&](const SourcePlace &P) -> raw_ostream & {
    return OS << sys::path::filename(P.File) << ':' << P.Line << ':' << P.Column;
  };
  for (const Finding &F : Findings) {
    Place(F.At) << ' ' << F.Rule << ' ' << name(F.Severity) << ' ' << name(F.Sure) << " in '" << F.Function
                << "' calls '" << F.Callee << "'\n  message: " << F.Message << '\n';
    for (const Step &S : F.Witness)
      Place((OS << "  step: ", S.At)) << ' ' << S.Text << '\n';
    for (const Step &S : F.Counterpart)
      Place((OS << "  counterpart: ", S.At)) << ' ' << S.Text << '\n';
    for (const Step &S : F.Related)
      Place((OS << "  related: ", S.At)) << ' ' << S.Text << '\n';
    if (std::string Text = observedText(F); !Text.empty())
      OS << "  " << Text << '\n';
    for (const std::string &E : F.OtherEntries)
      OS << "  entry: " << E << '\n';
    for (const std::string &A : F.Assumptions)
      OS << "  assumes: " << A << '\n';
    if (!F.Advice.empty())
      OS << "  advice: " << F.Advice << '\n';
  }
}

} // namespace offmain::findings
