// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Fixing.h.
#include "driver/Fixing.h"
#include "driver/Output.h"
#include "driver/Targets.h"
#include "findings/Findings.h"
#include "fix/Generated.h"
#include "link/Link.h"
#include "solve/Solve.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;

namespace offmain {

namespace {

/// What a finding is, wherever in its file it stands: a fix may move a call to another function.
using Kind = std::tuple<std::string, std::string, std::string>; // rule, callee, file
using Counts = std::map<Kind, unsigned>;

Kind kindOf(const Finding &F) { return {F.Rule, F.Callee, F.At.File}; }
/// The same without what is called: a fix may call another function.
Kind inFunction(const Finding &F) { return {F.Rule, F.Function, F.At.File}; }
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

/// Proposals that are made together or not at all: all of a group, or one that is in none. By their numbers.
using Bundle = std::vector<size_t>;

/// Why a bundle is not made.
struct Fault {
  size_t Proposal = SIZE_MAX; ///< of the bundle, the one to blame; SIZE_MAX: what Why names is in no proposal
  std::string Why;
};
using Faults = std::map<size_t, Fault>; ///< by bundle

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
    for (fix::Target &T : fixTargets(*A.P, *A.S, R.Findings))
      Wanted.insert_or_assign(T.Fingerprint, T);
    for (size_t I = 0; I != P.Views.size(); ++I)
      for (const auto *File : *P.Views[I]->files())
        if (!File->outside())
          Readers[File->path()->str()].push_back(I);
  }
  Expected<Fixes> run();

private:
  Said said(const Program &Prog, const Solution &Sol) const;
  bool nothingNew(const Said &After, std::vector<size_t> &Members, Faults &Dropped);
  Error propose();
  void bundle();
  std::optional<Fault> incomplete(const Bundle &B) const;
  bool dropIf(std::vector<size_t> &Members, Faults &Dropped, function_ref<std::optional<std::string>(size_t)> Guilty) const;
  bool trial(std::vector<size_t> &Members, Faults &Dropped);
  std::vector<const Finding *> targetsOf(size_t Proposal) const;
  std::string placeOf(const Finding &F) const;
  std::string adviceFor(size_t Proposal, const Fault &F) const;
  Fixes outcome(ArrayRef<size_t> Members, const Faults &Dropped);
  std::string refused(const fix::Proposal &Each);
  void learnErrors(ArrayRef<size_t> Units);
  bool extract(const fix::EditSet &Edits, std::vector<facts::UnitView> &Views, Blame &Guilty);
  std::string textOf(const std::string &File);
  bool touches(size_t Proposal, StringRef File) const {
    return any_of(Proposals[Proposal].Edits, [&](const fix::Edit &E) { return E.File == File; });
  }

  const Project &P;
  const Report &R;
  const Options &O;
  const Settings &S;
  const World &W;
  WorkerOptions WorkersWanted;
  Said Before;
  std::map<std::string, const Finding *> ByFingerprint;
  std::map<std::string, fix::Target> Wanted; ///< by fingerprint
  std::map<std::string, std::vector<size_t>> Readers; ///< file → units
  std::vector<fix::Proposal> Proposals;
  std::vector<Bundle> Bundles;
  Faults Hopeless; ///< bundles that cannot be tried
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

/// Why the proposal is not even tried; "" if it is.
std::string Fixer::refused(const fix::Proposal &Each) {
  for (const fix::Edit &E : Each.Edits) {
    if (!Readers.contains(E.File))
      return "'" + E.File + "' does not belong to the project";
    if (size_t(E.Offset) + E.Length > textOf(E.File).size())
      return "the file has changed since it was analyzed";
    if (fix::isGenerated(E.File, textOf(E.File)))
      return ("'" + sys::path::filename(E.File) + "' is generated: change what it is made from").str();
  }
  return "";
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
    T.Targets.push_back(Wanted.at(F.Fingerprint));
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
      if (std::string Why = refused(Each); !Why.empty())
        Each = {Each.Fingerprints, "", {}, Why, Each.Group};
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
    Tasks.push_back({P.Requests[Unit], {}, {}, {}, {}});
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

std::vector<const Finding *> Fixer::targetsOf(size_t Proposal) const {
  std::vector<const Finding *> Out;
  for (const std::string &F : Proposals[Proposal].Fingerprints)
    Out.push_back(ByFingerprint.at(F));
  return Out;
}

std::string Fixer::placeOf(const Finding &F) const {
  return shownPath(F.At.File, R.Directory) + ":" + std::to_string(F.At.Line);
}

void Fixer::bundle() {
  std::map<std::string, size_t> ByGroup;
  for (size_t I = 0; I != Proposals.size(); ++I) {
    const std::string &Group = Proposals[I].Group;
    auto [It, New] = ByGroup.try_emplace(Group, Bundles.size());
    if (New || Group.empty())
      Bundles.push_back({I});
    else
      Bundles[It->second].push_back(I);
  }
  for (size_t B = 0; B != Bundles.size(); ++B)
    if (auto Why = incomplete(Bundles[B]))
      Hopeless[B] = *Why;
}

/// One of them has no edits; or what belongs to the group is not to be fixed.
std::optional<Fault> Fixer::incomplete(const Bundle &B) const {
  std::optional<Fault> First; // by place
  for (size_t I : B)
    if (Proposals[I].Edits.empty() && (!First || targetsOf(I).front()->At < targetsOf(First->Proposal).front()->At))
      First = Fault{I, Proposals[I].Advice};
  if (First)
    return First;
  if (Proposals[B.front()].Group.empty())
    return std::nullopt;
  std::set<std::string> Rules, Fingerprints;
  for (size_t I : B)
    for (const Finding *F : targetsOf(I)) {
      Rules.insert(F->Rule);
      Fingerprints.insert(F->Fingerprint);
    }
  for (const Finding &F : Before.Selected)
    if (Rules.contains(F.Rule) && !Fingerprints.contains(F.Fingerprint))
      return Fault{SIZE_MAX, placeOf(F) + " is not to be fixed"};
  return std::nullopt;
}

std::string Fixer::adviceFor(size_t Proposal, const Fault &F) const {
  if (!Proposals[Proposal].Advice.empty())
    return Proposals[Proposal].Advice;
  if (F.Proposal == Proposal)
    return F.Why;
  return Proposals[Proposal].Group + " go together or not at all, and " +
         (F.Proposal == SIZE_MAX ? F.Why : placeOf(*targetsOf(F.Proposal).front()) + " stands in the way: " + F.Why);
}

/// Takes the bundles with a guilty proposal out of the members. False if there was none.
bool Fixer::dropIf(std::vector<size_t> &Members, Faults &Dropped,
                   function_ref<std::optional<std::string>(size_t)> Guilty) const {
  size_t Was = Members.size();
  erase_if(Members, [&](size_t M) {
    for (size_t I : Bundles[M])
      if (auto Why = Guilty(I)) {
        Dropped[M] = {I, *Why};
        return true;
      }
    return false;
  });
  return Members.size() != Was;
}

/// The targets are gone and nothing has come in their place.
bool Fixer::nothingNew(const Said &After, std::vector<size_t> &Members, Faults &Dropped) {
  std::vector<const Finding *> Targets;
  for (size_t M : Members)
    for (size_t I : Bundles[M])
      append_range(Targets, targetsOf(I));
  Counts Left = countsOf(Before.Selected, groupOf), Now = countsOf(After.Selected, groupOf);
  for (const Finding *F : Targets)
    --Left[groupOf(*F)];
  if (dropIf(Members, Dropped, [&](size_t I) {
        bool Stays = any_of(targetsOf(I), [&](const Finding *F) { return Now[groupOf(*F)] > Left[groupOf(*F)]; });
        return Stays ? std::optional<std::string>("the finding would not go away") : std::nullopt;
      }))
    return false;
  // More than there were, by what is called and by where it stands: either may have changed.
  auto MoreBy = [&](Kind (*By)(const Finding &)) {
    Counts Allowed = countsOf(Before.All, By), More = countsOf(After.All, By);
    for (const Finding *F : Targets)
      if (Allowed[By(*F)])
        --Allowed[By(*F)];
    std::erase_if(More, [&](const auto &Each) { return Each.second <= Allowed[Each.first]; });
    return More;
  };
  Counts MoreCalls = MoreBy(kindOf), MorePlaces = MoreBy(inFunction);
  Blame New;
  for (const Finding &F : After.All)
    if (MoreCalls.contains(kindOf(F)) && MorePlaces.contains(inFunction(F)))
      New.try_emplace(F.At.File, "a finding would come in its place: " + F.Rule + " at '" + F.Callee + "' in " +
                                     shownPath(F.At.File, R.Directory));
  if (New.empty())
    return true;
  auto InFile = [&](size_t I) -> std::optional<std::string> {
    for (const auto &[File, Why] : New)
      if (touches(I, File))
        return Why;
    return std::nullopt;
  };
  if (!dropIf(Members, Dropped, InFile))
    dropIf(Members, Dropped, [&](size_t) { return std::optional(New.begin()->second); });
  return false;
}

/// Tries the bundles together. False: some were to blame; they are moved to Dropped.
bool Fixer::trial(std::vector<size_t> &Members, Faults &Dropped) {
  fix::EditSet Edits;
  erase_if(Members, [&](size_t M) {
    fix::EditSet Was;
    if (Bundles[M].size() > 1)
      Was = Edits;
    for (size_t I : Bundles[M])
      if (!Edits.add(Proposals[I].Edits)) {
        Dropped[M] = {I, "another fix touches the same place: fix once more when that is done"};
        if (Bundles[M].size() > 1)
          Edits = std::move(Was);
        return true;
      }
    return false;
  });
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
    auto OfFile = [&](size_t I) -> std::optional<std::string> {
      for (const auto &[File, Why] : Guilty)
        if (touches(I, File))
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

Fixes Fixer::outcome(ArrayRef<size_t> Members, const Faults &Dropped) {
  Fixes Out;
  std::map<std::string, FixRow> Rows;
  for (size_t B = 0; B != Bundles.size(); ++B) {
    bool Good = is_contained(Members, B);
    fix::EditSet Own; // of each finding of a group: whoever takes one fix takes all
    for (size_t I : Bundles[B])
      if (Good) {
        Own.add(Proposals[I].Edits);
        Out.Edits.add(Proposals[I].Edits);
      }
    std::vector<Edit> Edits;
    for (const auto &[File, List] : Own.files())
      append_range(Edits, fix::joined(List));
    for (size_t I : Bundles[B])
      for (const std::string &F : Proposals[I].Fingerprints)
        Rows[F] = Good ? FixRow{F, Proposals[I].Title, "", Edits}
                       : FixRow{F, "", adviceFor(I, Hopeless.contains(B) ? Hopeless.at(B) : Dropped.at(B)), {}};
  }
  for (const Finding &F : R.Findings)
    Out.Rows.push_back(Rows.contains(F.Fingerprint) ? Rows[F.Fingerprint]
                                                    : FixRow{F.Fingerprint, "", "it stands in no unit of the project", {}});
  for (const auto &[File, List] : Out.Edits.files())
    Out.Before[File] = textOf(File);
  return Out;
}

Expected<Fixes> Fixer::run() {
  if (Error E = propose())
    return E;
  bundle();
  std::vector<size_t> Members;
  Faults Dropped;
  for (size_t B = 0; B != Bundles.size(); ++B)
    if (!Hopeless.contains(B))
      Members.push_back(B);
  while (!Members.empty() && Trouble.empty() && !trial(Members, Dropped))
    ;
  // Each of the others once more on its own: most were only near the one to blame.
  constexpr unsigned MaxAlone = 40;
  unsigned Tried = 0;
  for (auto It = Dropped.begin(); It != Dropped.end() && Dropped.size() > 1 && Tried < MaxAlone && Trouble.empty(); ++Tried) {
    std::vector<size_t> With = Members;
    With.push_back(It->first);
    llvm::sort(With);
    Faults Why;
    if (trial(With, Why) && Why.empty()) {
      Members = With;
      It = Dropped.erase(It);
    } else {
      if (auto Own = Why.find(It->first); Own != Why.end())
        It->second = Own->second; // not that of a neighbour
      ++It;
    }
  }
  return outcome(Members, Dropped);
}

} // namespace

Expected<Fixes> findFixes(const Project &P, const Analysis &A, const Report &R, const Options &O, const Settings &S,
                          const World &W, Stopwatch &T) {
  return T("fixes", [&] { return Fixer(P, A, R, O, S, W).run(); });
}

} // namespace offmain
