// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Fixing.h.
#include "driver/Fixing.h"
#include "driver/Output.h"
#include "findings/Findings.h"
#include "link/Link.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <set>

using namespace llvm;

namespace offmain {

namespace {

/// What a finding is, wherever in its file it stands: a fix may move a call to another function.
using Kind = std::tuple<std::string, std::string, std::string>; // rule, callee, file
using Counts = std::map<Kind, unsigned>;

Kind kindOf(const Finding &F) { return {F.Rule, F.Callee, F.At.File}; }
/// One function's equal calls: they are told apart by their number only, so what is left of them is counted.
Kind groupOf(const Finding &F) { return {F.Rule, F.Function + "\n" + F.Callee, F.At.File}; }

Counts countsOf(ArrayRef<Finding> Findings, Kind (*By)(const Finding &)) {
  Counts Out;
  for (const Finding &F : Findings)
    ++Out[By(F)];
  return Out;
}

/// What the selected rules say, and what all rules say: a fix must not bring a finding that was not asked for.
struct Said {
  std::vector<Finding> Selected, All;
};

/// Errors of a unit: how many, and the first of them as they were kept.
struct Broken {
  unsigned Count = 0;
  std::multiset<std::string> Texts;
};

Broken brokenBy(const facts::UnitView &View, unsigned Count) {
  Broken Out{Count, {}};
  for (const facts::fb::Diagnostic *D : *View->diagnostics())
    if (isError(*D))
      Out.Texts.insert(D->text()->str());
  return Out;
}

/// File → why its fixes are to blame; "" for all of them.
using Blame = std::map<std::string, std::string>;

class Fixer {
public:
  Fixer(const Project &P, const Analysis &A, const Report &R, const Options &O, const Settings &S, const World &W)
      : P(P), R(R), O(O), S(S), W(W) {
    WorkersWanted.Jobs = S.Jobs;
    WorkersWanted.TimeLimitSeconds = O.TimeLimitSeconds;
    WorkersWanted.MemoryLimitMegabytes = O.MemoryLimitMegabytes;
    Before = said(*A.P, *A.S);
    for (const Finding &F : Before.Selected)
      ByFingerprint[F.Fingerprint] = &F;
    for (size_t I = 0; I != P.Views.size(); ++I)
      for (const auto *File : *P.Views[I]->files())
        if (!File->outside())
          Readers[File->path()->str()].push_back(I);
  }
  Expected<Fixes> run();

private:
  Said said(const Program &Prog, const Solution &Sol) const;
  bool nothingNew(const Said &After, std::vector<size_t> &Members, std::map<size_t, std::string> &Dropped);
  Error propose();
  bool trial(std::vector<size_t> &Members, std::map<size_t, std::string> &Dropped);
  void learnErrors(ArrayRef<size_t> Units);
  bool extract(const fix::EditSet &Edits, std::vector<facts::UnitView> &Views, Blame &Guilty);
  std::string textOf(const std::string &File);
  bool touches(size_t Member, StringRef File) const {
    return any_of(Proposals[Member].Edits, [&](const fix::Edit &E) { return E.File == File; });
  }

  const Project &P;
  const Report &R;
  const Options &O;
  const Settings &S;
  const World &W;
  WorkerOptions WorkersWanted;
  Said Before;
  std::map<std::string, const Finding *> ByFingerprint;
  std::map<std::string, std::vector<size_t>> Readers; ///< file → units
  std::vector<fix::Proposal> Proposals;
  std::map<std::string, std::string> Texts;
  std::map<size_t, Broken> Errors; ///< by unit: those it has as it is
  std::string Trouble; ///< why no more can be tried
};

Said Fixer::said(const Program &Prog, const Solution &Sol) const {
  Said Out;
  Out.Selected = selectedFindings(Prog, Sol, S);
  findings::normalize(Out.Selected);
  findings::identify(Out.Selected);
  if (S.Checks.empty()) {
    Out.All = Out.Selected;
  } else { // some rules leave to others what these say
    Out.All = selectedFindings(Prog, Sol, Settings());
    findings::normalize(Out.All);
  }
  return Out;
}

std::string Fixer::textOf(const std::string &File) {
  auto [It, New] = Texts.try_emplace(File);
  if (New)
    if (auto Buffer = W.FS->getBufferForFile(File))
      It->second = (*Buffer)->getBuffer().str();
  return It->second;
}

/// One task a unit: the findings of a file go to the unit of that name, else to the first that reads the file.
Error Fixer::propose() {
  std::map<size_t, Task> ByUnit;
  for (const Finding &F : R.Findings) {
    auto It = Readers.find(F.At.File);
    if (It == Readers.end())
      continue;
    size_t Unit = It->second.front();
    for (size_t Each : It->second)
      if (P.Views[Each].mainFile() == F.At.File) {
        Unit = Each;
        break;
      }
    Task &T = ByUnit[Unit];
    T.Unit = P.Requests[Unit];
    // What is edited later is what is looked at now, whatever is saved meanwhile.
    if (none_of(T.Overlay, [&](const Overlaid &File) { return File.Path == F.At.File; }))
      T.Overlay.push_back({F.At.File, textOf(F.At.File)});
    T.Targets.push_back({F.Fingerprint, F.Rule, F.At, F.Callee});
  }
  std::vector<Task> Tasks;
  for (auto &[Unit, T] : ByUnit)
    Tasks.push_back(std::move(T));
  std::vector<std::vector<fix::Proposal>> Found(Tasks.size());
  std::string Failed = runAll(Tasks, WorkersWanted, [&](size_t I, Answer Got, std::string Failure) {
    Found[I] = std::move(Got.Proposals);
    if (!Failure.empty()) {
      fix::Proposal None;
      None.Advice = "no fix: " + Failure;
      for (const fix::Target &T : Tasks[I].Targets)
        None.Fingerprints.push_back(T.Fingerprint);
      Found[I] = {None};
    }
  });
  if (!Failed.empty())
    return createStringError(Failed);
  for (auto &OfUnit : Found)
    for (fix::Proposal &Each : OfUnit) {
      for (const fix::Edit &E : Each.Edits)
        if (size_t(E.Offset) + E.Length > textOf(E.File).size())
          Each = {Each.Fingerprints, "", {}, "the file has changed since it was analyzed"};
      Proposals.push_back(std::move(Each));
    }
  llvm::stable_sort(Proposals, [](const fix::Proposal &A, const fix::Proposal &B) { return A.Edits < B.Edits; });
  return Error::success();
}

/// The analysis lets C pass that was good enough for older compilers; an edit must not add to it. So units of C are parsed once as
/// they are, with today's errors; and those that have errors, to count them.
void Fixer::learnErrors(ArrayRef<size_t> Units) {
  std::vector<size_t> Asked;
  std::vector<Task> Tasks;
  for (size_t Unit : Units) {
    if (Errors.contains(Unit))
      continue;
    Errors[Unit] = brokenBy(P.Views[Unit], 0);
    if (P.Views[Unit].language() != "c" && Errors[Unit].Texts.empty())
      continue;
    Asked.push_back(Unit);
    Tasks.push_back({P.Requests[Unit], {}, {}});
    Tasks.back().Unit.Strict = true;
  }
  Trouble = runAll(Tasks, WorkersWanted, [&](size_t I, Answer Got, std::string) {
    auto Bytes = std::make_shared<const std::string>(std::move(Got.Unit.Facts));
    if (auto View = openFacts(*Bytes, Bytes, P.Requests[Asked[I]].File))
      Errors[Asked[I]] = brokenBy(*View, Got.Unit.Errors);
    else
      consumeError(View.takeError());
  });
}

/// The units that read an edited file, parsed anew. False when one has an error it did not have.
bool Fixer::extract(const fix::EditSet &Edits, std::vector<facts::UnitView> &Views, Blame &Guilty) {
  std::map<size_t, Task> ByUnit;
  for (const auto &[File, List] : Edits.files())
    for (size_t Unit : Readers[File])
      ByUnit[Unit].Overlay.push_back({File, fix::apply(textOf(File), List)});
  std::vector<size_t> Units;
  std::vector<Task> Tasks;
  for (auto &[Unit, T] : ByUnit) {
    T.Unit = P.Requests[Unit];
    T.Unit.Strict = true;
    Units.push_back(Unit);
    Tasks.push_back(std::move(T));
  }
  learnErrors(Units);
  if (!Trouble.empty())
    return false;
  Views = P.Views;
  std::vector<Blame> OfUnit(Units.size());
  Trouble = runAll(Tasks, WorkersWanted, [&](size_t I, Answer Got, std::string Failure) {
    auto Bytes = std::make_shared<const std::string>(std::move(Got.Unit.Facts));
    auto View = openFacts(*Bytes, Bytes, P.Requests[Units[I]].File);
    if (!View || !Failure.empty()) {
      consumeError(View.takeError());
      OfUnit[I][""] = "the edited unit cannot be parsed";
      return;
    }
    const Broken &Known = Errors[Units[I]];
    std::multiset<std::string> Old = Known.Texts;
    for (const facts::fb::Diagnostic *D : *(*View)->diagnostics()) {
      if (!isError(*D))
        continue;
      if (auto Same = Old.find(D->text()->str()); Same != Old.end())
        Old.erase(Same);
      else
        OfUnit[I].try_emplace(D->line() && D->file() < (*View)->files()->size() ? View->path(D->file()).str() : "",
                              "the edited source would not compile: " + D->text()->str());
    }
    if (Got.Unit.Errors > Known.Count && OfUnit[I].empty())
      OfUnit[I][""] = "the edited source would not compile";
    Views[Units[I]] = std::move(*View);
  });
  for (Blame &Each : OfUnit) // in the order of units, not of answers
    Guilty.insert(Each.begin(), Each.end());
  return Guilty.empty() && Trouble.empty();
}

/// Takes the guilty out of the members. False if none was among them.
static bool dropIf(std::vector<size_t> &Members, std::map<size_t, std::string> &Dropped,
                   function_ref<std::optional<std::string>(size_t)> Guilty) {
  size_t Was = Members.size();
  erase_if(Members, [&](size_t M) {
    auto Why = Guilty(M);
    if (Why)
      Dropped[M] = *Why;
    return Why.has_value();
  });
  return Members.size() != Was;
}

/// The targets are gone and nothing has come in their place.
bool Fixer::nothingNew(const Said &After, std::vector<size_t> &Members, std::map<size_t, std::string> &Dropped) {
  auto Targets = [&](size_t M) {
    std::vector<const Finding *> Out;
    for (const std::string &F : Proposals[M].Fingerprints)
      Out.push_back(ByFingerprint.at(F));
    return Out;
  };
  Counts Left = countsOf(Before.Selected, groupOf), Now = countsOf(After.Selected, groupOf);
  for (size_t M : Members)
    for (const Finding *F : Targets(M))
      --Left[groupOf(*F)];
  if (dropIf(Members, Dropped, [&](size_t M) {
        bool Stays = any_of(Targets(M), [&](const Finding *F) { return Now[groupOf(*F)] > Left[groupOf(*F)]; });
        return Stays ? std::optional<std::string>("the finding would not go away") : std::nullopt;
      }))
    return false;
  Counts Allowed = countsOf(Before.All, kindOf);
  for (size_t M : Members)
    for (const Finding *F : Targets(M))
      if (Allowed[kindOf(*F)])
        --Allowed[kindOf(*F)];
  Blame New;
  for (const auto &[K, Count] : countsOf(After.All, kindOf))
    if (Count > Allowed[K])
      New.try_emplace(std::get<2>(K), "a finding would come in its place: " + std::get<0>(K) + " at '" + std::get<1>(K) + "'");
  if (New.empty())
    return true;
  auto InFile = [&](size_t M) -> std::optional<std::string> {
    for (const auto &[File, Why] : New)
      if (touches(M, File))
        return Why;
    return std::nullopt;
  };
  if (!dropIf(Members, Dropped, InFile))
    dropIf(Members, Dropped, [&](size_t) { return std::optional(New.begin()->second); });
  return false;
}

/// Tries the members together. False: some were to blame; they are moved to Dropped.
bool Fixer::trial(std::vector<size_t> &Members, std::map<size_t, std::string> &Dropped) {
  fix::EditSet Edits;
  std::vector<size_t> Together;
  for (size_t M : Members)
    if (Edits.add(Proposals[M].Edits))
      Together.push_back(M);
    else
      Dropped[M] = "another fix touches the same place: fix once more when that is done";
  Members = Together;
  if (Members.empty())
    return true;
  std::vector<facts::UnitView> Views;
  Blame Guilty;
  auto All = [&](std::string Why) {
    dropIf(Members, Dropped, [&](size_t) { return std::optional(Why); });
    return false;
  };
  if (!extract(Edits, Views, Guilty)) {
    if (!Trouble.empty())
      return All(Trouble);
    auto OfFile = [&](size_t M) -> std::optional<std::string> {
      for (const auto &[File, Why] : Guilty)
        if (touches(M, File))
          return Why;
      return std::nullopt;
    };
    return dropIf(Members, Dropped, OfFile) ? false : All(Guilty.begin()->second);
  }
  auto Again = settle(O, W);
  if (!Again) {
    consumeError(Again.takeError());
    return All("the configuration has changed");
  }
  Program Prog = link(Views);
  Solution Sol = solve(Prog, std::move(Again->Models));
  return nothingNew(said(Prog, Sol), Members, Dropped);
}

Expected<Fixes> Fixer::run() {
  if (Error E = propose())
    return E;
  std::vector<size_t> Members;
  std::map<size_t, std::string> Dropped;
  for (size_t I = 0; I != Proposals.size(); ++I)
    if (!Proposals[I].Edits.empty())
      Members.push_back(I);
  while (!Members.empty() && Trouble.empty() && !trial(Members, Dropped))
    ;
  // Each of the others once more on its own: most were only near the one to blame.
  constexpr unsigned MaxAlone = 40;
  unsigned Tried = 0;
  for (auto It = Dropped.begin(); It != Dropped.end() && Dropped.size() > 1 && Tried < MaxAlone && Trouble.empty(); ++Tried) {
    std::vector<size_t> With = Members;
    With.push_back(It->first);
    llvm::sort(With);
    std::map<size_t, std::string> Why;
    if (trial(With, Why) && Why.empty()) {
      Members = With;
      It = Dropped.erase(It);
    } else {
      if (auto Own = Why.find(It->first); Own != Why.end())
        It->second = Own->second; // not that of a neighbour
      ++It;
    }
  }
  Fixes Out;
  std::map<std::string, FixRow> Rows;
  for (size_t I = 0; I != Proposals.size(); ++I) {
    bool Good = is_contained(Members, I);
    if (Good)
      Out.Edits.add(Proposals[I].Edits);
    for (const std::string &F : Proposals[I].Fingerprints)
      Rows[F] = Good ? FixRow{F, Proposals[I].Title, "", fix::joined(Proposals[I].Edits)}
                     : FixRow{F, "", Dropped.contains(I) ? Dropped[I] : Proposals[I].Advice, {}};
  }
  for (const Finding &F : R.Findings)
    Out.Rows.push_back(Rows.contains(F.Fingerprint) ? Rows[F.Fingerprint]
                                                    : FixRow{F.Fingerprint, "", "it stands in no unit of the project", {}});
  for (const auto &[File, List] : Out.Edits.files())
    Out.Before[File] = textOf(File);
  return std::move(Out);
}

} // namespace

Expected<Fixes> findFixes(const Project &P, const Analysis &A, const Report &R, const Options &O, const Settings &S,
                          const World &W, Stopwatch &T) {
  return T("fixes", [&] { return Fixer(P, A, R, O, S, W).run(); });
}

Error writeFixes(const Fixes &F, const World &W) {
  std::string Failed;
  for (const auto &[File, List] : F.Edits.files()) {
    const std::string &Before = F.Before.at(File);
    auto Buffer = W.FS->getBufferForFile(File);
    std::string Why;
    auto Status = W.FS->status(File);
    if (!Buffer || !Status || (*Buffer)->getBuffer() != Before)
      Why = "it has changed since it was analyzed";
    else if (!(Status->getPermissions() & sys::fs::all_write))
      Why = "it is read-only";
    else if (Error E = writeOutput(File, fix::apply(Before, List)))
      Why = toString(std::move(E));
    if (!Why.empty())
      Failed += (Failed.empty() ? "" : "\n") + File + " was left as it is: " + Why;
  }
  return Failed.empty() ? Error::success() : createStringError(Failed);
}

void printFixes(const Fixes &F, StringRef Directory, raw_ostream &OS) {
  for (const auto &[File, List] : F.Edits.files()) {
    const std::string &Before = F.Before.at(File);
    fix::printDiff(shownPath(File, Directory), Before, fix::apply(Before, List), List, OS);
  }
}

void tellFixes(const Fixes &F, const Report &R, const World &W) {
  size_t Fixed = count_if(F.Rows, [](const FixRow &Row) { return !Row.Title.empty(); });
  for (size_t I = 0; I != F.Rows.size(); ++I) {
    const Finding &At = R.Findings[I];
    if (F.Rows[I].Title.empty())
      *W.Log << shownPath(At.At.File, R.Directory) << ':' << At.At.Line << ": no fix for " << At.Rule << ": " << F.Rows[I].Advice
             << '\n';
  }
  *W.Log << Fixed << " of " << F.Rows.size() << (F.Rows.size() == 1 ? " finding has" : " findings have")
         << " a fix that was verified\n";
}

} // namespace offmain
