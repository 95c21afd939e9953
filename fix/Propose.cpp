// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Fix.h: parses the unit, finds the targets, and asks the builders of each rule in turn.
#include "extract/Parse.h"
#include "fix/Scene.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

struct Kind {
  llvm::StringLiteral Rule;
  Builder Make;
};

/// The first that has edits is taken, else the first one's advice. Who has neither is not concerned.
constexpr Kind Kinds[] = {
    {"qt-off-main-thread", deleteLater},
    {"qt-off-main-thread", postWithQt},
    {"qobject-wrong-thread", dropParent},
    {"qobject-wrong-thread", deleteLater},
    {"qobject-wrong-thread", postWithQt},
    {"gtk-off-main-thread", postWithGLib},
    {"qt-direct-connection", dropConnectionType},
    {"qt-blocking-connection", dropConnectionType},
    {"qt-contextless-connect", addContextObject},
    {"blocking-call-on-main", waitLess},
    {"handoff-dangling-capture", captureByValue},
    {"handoff-dangling-capture", addContextObject},
    {"handoff-not-thread-safe", postWithoutSlot},
};

struct KindOfAll {
  llvm::StringLiteral Rule;
  BuilderOfAll Make;
};

constexpr KindOfAll KindsOfAll[] = {
    {"gdk-threads-deprecated", dropGdkLock},
};

Proposal proposeFor(Scene &S, const Found &F) {
  if (!F.Call)
    return advice("the call is written by a macro or a template, or stands in code that this unit does not see");
  std::optional<Proposal> First;
  for (const Kind &K : Kinds) {
    if (K.Rule != F.T->Rule)
      continue;
    Proposal P = K.Make(S, F);
    if (!P.Edits.empty())
      return P;
    if (!First && !P.Advice.empty())
      First = std::move(P);
  }
  return First ? std::move(*First) : advice("there is no rewrite for this rule; see the rule's page");
}

/// Proposals with the same edits serve all their targets.
std::vector<Proposal> proposeAll(Scene &S, ArrayRef<Target> Targets) {
  std::vector<Proposal> Out;
  std::vector<Found> All = S.find(Targets);
  for (const KindOfAll &K : KindsOfAll) {
    std::vector<Found> Own;
    copy_if(All, std::back_inserter(Own), [&](const Found &F) { return F.T->Rule == K.Rule; });
    erase_if(All, [&](const Found &F) { return F.T->Rule == K.Rule; });
    if (!Own.empty())
      append_range(Out, K.Make(S, Own));
  }
  for (Proposal &P : Out) {
    llvm::sort(P.Edits);
    llvm::sort(P.Fingerprints);
  }
  for (const Found &F : All) {
    Proposal P = proposeFor(S, F);
    llvm::sort(P.Edits);
    auto Same = llvm::find_if(Out, [&](const Proposal &Q) { return !P.Edits.empty() && Q.Edits == P.Edits; });
    if (Same == Out.end()) {
      Out.push_back(std::move(P));
      Same = std::prev(Out.end());
    }
    Same->Fingerprints.push_back(F.T->Fingerprint);
    llvm::sort(Same->Fingerprints);
  }
  return Out;
}

class FixConsumer : public ASTConsumer {
public:
  FixConsumer(ArrayRef<Target> Targets, std::vector<Proposal> &Out, bool &Parsed)
      : Targets(Targets), Out(Out), Parsed(Parsed) {}

  void Initialize(ASTContext &Context) override { Where.emplace(Context.getSourceManager(), Context.getLangOpts()); }
  bool shouldSkipFunctionBody(Decl *D) override { return Where->outside(D->getLocation()); }
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group) {
      const auto *F = dyn_cast<FunctionDecl>(D);
      if (!Where->outside(D->getLocation()) && !(F && F->isTemplateInstantiation()))
        TopLevel.push_back(D);
    }
    return true;
  }
  void HandleTranslationUnit(ASTContext &Context) override {
    Parsed = true;
    Scene S(Context, std::move(TopLevel));
    Out = proposeAll(S, Targets);
  }

private:
  ArrayRef<Target> Targets;
  std::vector<Proposal> &Out;
  bool &Parsed;
  std::optional<Places> Where;
  std::vector<Decl *> TopLevel;
};

class FixAction : public ASTFrontendAction {
public:
  FixAction(ArrayRef<Target> Targets, std::vector<Proposal> &Out, bool &Parsed)
      : Targets(Targets), Out(Out), Parsed(Parsed) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, StringRef) override {
    return std::make_unique<FixConsumer>(Targets, Out, Parsed);
  }

private:
  ArrayRef<Target> Targets;
  std::vector<Proposal> &Out;
  bool &Parsed;
};

} // namespace

std::vector<Proposal> propose(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files,
                              ArrayRef<Target> Targets) {
  std::vector<Proposal> Out;
  bool Parsed = false;
  std::string Fatal;
  withDeepStack([&] {
    Fatal = parseUnit(Request, std::move(Files), [&] { return std::make_unique<FixAction>(Targets, Out, Parsed); },
                      [&] { return Parsed; })
                .FatalMessage;
  });
  if (Parsed)
    return Out;
  Proposal None = advice("the unit cannot be parsed: " + Fatal);
  for (const Target &T : Targets)
    None.Fingerprints.push_back(T.Fingerprint);
  return {None};
}

} // namespace offmain::fix
