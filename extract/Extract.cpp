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
  UnitConsumer(CompilerInstance &Compiler, Outcome &Out) : Compiler(Compiler), Out(Out) {}

  void Initialize(ASTContext &Context) override {
    Where.emplace(Context.getSourceManager(), Context.getLangOpts());
    Compiler.getPreprocessor().addPPCallbacks(std::make_unique<Includes>(Entered));
  }
  bool shouldSkipFunctionBody(Decl *D) override { return Where->outside(D->getLocation()); }
  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group)
      if (mayHoldCode(D) && (!Where->outside(D->getLocation()) || isa<LinkageSpecDecl>(D)))
        TopLevel.push_back(D);
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
  Out.MainFile = Where->path(Context.getSourceManager().getMainFileID()).str();
  Out.Language = Context.getLangOpts().CPlusPlus ? "c++" : "c";
  Out.Parsed = true;
  Out.Builder.file(Out.MainFile, false); // always file 0
  for (FileID File : Entered)
    if (StringRef Path = Where->path(File); !Path.empty() && !Where->outsideFile(File))
      Out.Builder.file(Path, false);
  All.emplace(Context, Out.Builder, *Where);
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
  explicit UnitAction(Outcome &Out) : Out(Out) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler, StringRef) override {
    return std::make_unique<UnitConsumer>(Compiler, Out);
  }

private:
  Outcome &Out;
};

ExtractResult extractHere(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  std::unique_ptr<Outcome> Out;
  ParseOutcome Parse = parseUnit(
      Request, std::move(Files),
      [&] {
        Out = std::make_unique<Outcome>();
        return std::make_unique<UnitAction>(*Out);
      },
      [&] { return Out->Parsed; });
  ExtractResult Result;
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

ExtractResult extract(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  auto Recording = makeIntrusiveRefCnt<RecordingFileSystem>(std::move(Files));
  ExtractResult Result;
  withDeepStack([&] { Result = extractHere(Request, Recording); });
  Result.Reads = Recording->opened();
  Result.Absent = Recording->absent();
  Result.Listed = Recording->listed();
  return Result;
}

} // namespace offmain
