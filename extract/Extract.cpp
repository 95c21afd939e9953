// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drives clang over one unit.
//
//   cleaned command ─driver─▶ invocation ─parse─▶ top-level declarations ─▶ Entities + Walker ─▶ UnitBuilder ─▶ bytes
//
// Bodies of functions outside the project are skipped while parsing (clang keeps those it needs itself: constexpr and
// deduced return types). Top-level declarations and instances are taken as the parser hands them over: asking the
// context for all declarations would touch every header. Runs on a thread of its own with a large stack, because
// expressions in generated code nest deeper than a worker's stack allows.
#include "extract/HeaderWatch.h"
#include "extract/Parse.h"
#include "extract/RecordingFileSystem.h"
#include "extract/Walker.h"
#include "facts/Builder.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;

namespace offmain {
namespace {

/// Notes the files that were entered.
class Includes : public PPCallbacks {
public:
  explicit Includes(std::vector<FileID> &Entered) : Entered(Entered) {}
  void LexedFileChanged(FileID File, LexedFileChangeReason Reason, SrcMgr::CharacteristicKind, FileID,
                        SourceLocation) override {
    if (Reason == LexedFileChangeReason::EnterFile)
      Entered.push_back(File);
  }

private:
  std::vector<FileID> &Entered;
};

/// What the parse leaves for the result.
struct Outcome {
  facts::UnitBuilder Builder;
  std::string MainFile;
  std::string Language;
  bool Parsed = false;
};

/// Most of the tens of thousands of declarations of a unit do not; to say so here is cheaper than to find their files.
bool mayHoldCode(const Decl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return F->doesThisDeclarationHaveABody();
  if (const auto *V = dyn_cast<VarDecl>(D))
    return V->hasInit();
  return isa<CXXRecordDecl, NamespaceDecl, LinkageSpecDecl, ExportDecl>(D);
}

class UnitConsumer : public ASTConsumer {
public:
  UnitConsumer(CompilerInstance &Compiler, Outcome &Out, HeaderWatch *Watch)
      : Compiler(Compiler), Out(Out), Watch(Watch) {}

  void Initialize(ASTContext &Context) override {
    Where.emplace(Context.getSourceManager(), Context.getLangOpts());
    Compiler.getPreprocessor().addPPCallbacks(std::make_unique<Includes>(Entered));
    if (Watch)
      Watch->attach(Compiler.getPreprocessor());
  }
  bool shouldSkipFunctionBody(Decl *D) override { return Where->outside(D->getLocation()); }
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group) {
      if (Watch && !D->isFromASTFile() && !Where->outside(D->getLocation()))
        Own.push_back(D);
      if (mayHoldCode(D) && (!Where->outside(D->getLocation()) || isa<LinkageSpecDecl>(D)))
        TopLevel.push_back(D);
    }
    return true;
  }
  void HandleTopLevelDeclInObjCContainer(DeclGroupRef) override {}
  void HandleTranslationUnit(ASTContext &Context) override;

private:
  void collect(Decl *D);
  void collectContext(const DeclContext *C) {
    for (Decl *D : C->decls())
      collect(D);
  }

  CompilerInstance &Compiler;
  Outcome &Out;
  HeaderWatch *Watch; ///< null: no header is precompiled
  std::vector<Decl *> Own; ///< top-level declarations of the unit's text, with Watch
  std::optional<Places> Where;
  std::optional<Entities> All;
  std::vector<Decl *> TopLevel;
  std::vector<FileID> Entered;
  std::vector<const VarDecl *> Variables;
};

void UnitConsumer::collect(Decl *D) {
  if (D->isInvalidDecl() && !isa<FunctionDecl>(D))
    return;
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    if (F->doesThisDeclarationHaveABody() && !F->isDependentContext() && !Where->outside(F->getLocation()))
      All->function(F);
  } else if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
    if (R->isDependentContext() || !R->isThisDeclarationADefinition() || Where->outside(R->getLocation()))
      return;
    if (R->isPolymorphic())
      All->record(R);
    collectContext(R);
  } else if (const auto *V = dyn_cast<VarDecl>(D)) {
    if (V->hasInit() && V->isThisDeclarationADefinition() && !V->isTemplated() && !isa<ParmVarDecl>(V))
      Variables.push_back(V);
  } else if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
    if (NamedDecl *Befriended = Friend->getFriendDecl(); Befriended && isa<FunctionDecl>(Befriended))
      collect(Befriended);
  } else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D)) {
    if (!Where->outside(D->getLocation()) || isa<LinkageSpecDecl>(D))
      collectContext(cast<DeclContext>(D));
  }
}

void UnitConsumer::HandleTranslationUnit(ASTContext &Context) {
  Out.Parsed = true;
  if (Watch) {
    Watch->examine(Own);
    if (!Watch->doubt().empty())
      return;
  }
  Out.MainFile = Where->path(Context.getSourceManager().getMainFileID()).str();
  Out.Language = Context.getLangOpts().CPlusPlus ? "c++" : "c";
  Out.Builder.file(Out.MainFile, false); // always file 0
  for (FileID File : Entered)
    if (StringRef Path = Where->path(File); !Path.empty() && !Where->outsideFile(File))
      Out.Builder.file(Path, false);
  All.emplace(Compiler.getSema(), Out.Builder, *Where, Watch);
  Walker Walk(*All, Compiler.getSema());
  for (Decl *D : TopLevel)
    collect(D);
  auto WalkPending = [&] {
    for (PendingBody Body; All->takePending(Body);)
      Walk.walk(Body);
  };
  WalkPending();
  Walk.walkInitializers(Variables, Out.MainFile);
  WalkPending();
}

class UnitAction : public ASTFrontendAction {
public:
  UnitAction(Outcome &Out, HeaderWatch *Watch) : Out(Out), Watch(Watch) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler, StringRef) override {
    return std::make_unique<UnitConsumer>(Compiler, Out, Watch);
  }

private:
  Outcome &Out;
  HeaderWatch *Watch;
};

struct Attempt {
  std::unique_ptr<Outcome> Out;
  ParseOutcome Parse;
  std::string Doubt;            ///< why not to trust it; "" for none
  std::vector<std::string> Met; ///< macros to hide for another attempt
};

Attempt attempt(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files, const SharedHeaders *Shared,
                const std::vector<std::string> &Hide) {
  Attempt A;
  std::optional<HeaderWatch> Watch;
  A.Parse = parseUnit(
      Request, std::move(Files),
      [&] {
        A.Out = std::make_unique<Outcome>();
        if (Shared)
          Watch.emplace(*Shared, Hide);
        return std::make_unique<UnitAction>(*A.Out, Watch ? &*Watch : nullptr);
      },
      [&] { return A.Out->Parsed; }, Shared);
  if (!Shared)
    return A;
  if (!A.Parse.FatalMessage.empty())
    A.Doubt = A.Parse.FatalMessage;
  else if (!Watch->doubt().empty())
    A.Doubt = Watch->doubt();
  else if (A.Parse.Seen.Errors)
    A.Doubt = "a parse error: " + A.Parse.Seen.Kept.front().Text;
  if (Watch)
    A.Met = Watch->met().vec();
  return A;
}

/// With precompiled headers if they can be trusted, else without.
Attempt bestAttempt(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files, const SharedHeaders *Shared,
                    std::string &NotShared) {
  if (!Shared)
    return attempt(Request, std::move(Files), nullptr, {});
  // What is hidden lets more of the text be read, where more may be met.
  constexpr unsigned MaxAttempts = 3;
  std::vector<std::string> Hide;
  for (unsigned I = 0; I != MaxAttempts; ++I) {
    Attempt A = attempt(Request, Files, Shared, Hide);
    NotShared = A.Doubt;
    if (NotShared.empty())
      return A;
    if (A.Met.empty())
      break;
    append_range(Hide, A.Met);
  }
  return attempt(Request, std::move(Files), nullptr, {});
}

ExtractResult extractHere(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files,
                          const SharedHeaders *Shared) {
  ExtractResult Result;
  auto [Out, Parse, Doubt, Met] = bestAttempt(Request, std::move(Files), Shared, Result.NotShared);
  Result.Notes = std::move(Parse.Notes);
  Result.Errors = Parse.Seen.Errors;
  Result.FatalMessage = std::move(Parse.FatalMessage);
  if (!Result.FatalMessage.empty())
    return Result;
  for (const Problem &P : Parse.Seen.Kept)
    Out->Builder.diagnostic(P.Severity, P.Path.empty() ? 0 : Out->Builder.file(P.Path, true), P.Line, P.Column,
                            P.Text);
  for (const std::string &Note : Result.Notes)
    Out->Builder.diagnostic(0, 0, 0, 0, Note);
  Result.Facts =
      Out->Builder.finish(Out->MainFile, xxh3_64bits(join(Parse.Command, std::string_view("\0", 1))), Out->Language);
  return Result;
}

} // namespace

ExtractResult extract(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files, const SharedHeaders *Shared) {
  auto Recording = makeIntrusiveRefCnt<RecordingFileSystem>(std::move(Files));
  ExtractResult Result;
  withDeepStack([&] { Result = extractHere(Request, Recording, Shared); });
  Result.Reads = Recording->opened();
  if (Shared)
    erase_if(Result.Reads, [&](StringRef Path) { return Path == Shared->precompiled() || Path == Shared->source(); });
  Result.Absent = Recording->absent();
  Result.Listed = Recording->listed();
  return Result;
}

} // namespace offmain
