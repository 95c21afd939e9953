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
#include "extract/Extract.h"
#include "extract/RecordingFileSystem.h"
#include "extract/Walker.h"
#include "facts/Builder.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Stack.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/thread.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;

namespace offmain {
namespace {

struct Problem {
  uint8_t Severity;
  std::string Path; ///< "" for none
  uint32_t Line = 0, Column = 0;
  std::string Text;
};

/// Counts errors and keeps the first few.
class Problems : public DiagnosticConsumer {
public:
  std::vector<Problem> Kept;
  unsigned Errors = 0;

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    constexpr size_t MaxKept = 20;
    if (Level < DiagnosticsEngine::Error)
      return;
    ++Errors;
    if (Kept.size() == MaxKept)
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    Problem P{static_cast<uint8_t>(Level == DiagnosticsEngine::Fatal ? 3 : 2), {}, 0, 0, std::string(Text)};
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      const SourceManager &Sources = Info.getSourceManager();
      auto [File, Offset] = Sources.getDecomposedExpansionLoc(Info.getLocation());
      if (OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File)) {
        StringRef Real = Entry->getFileEntry().tryGetRealPathName();
        P.Path = (Real.empty() ? Entry->getName() : Real).str();
        P.Line = Sources.getLineNumber(File, Offset);
        P.Column = Sources.getColumnNumber(File, Offset);
      }
    }
    Kept.push_back(std::move(P));
  }
};

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

std::string firstError(const Problems &Seen, StringRef Otherwise) {
  return Seen.Kept.empty() ? Otherwise.str() : Seen.Kept.front().Text;
}

std::shared_ptr<CompilerInvocation> invocationFor(ArrayRef<std::string> Command,
                                                  IntrusiveRefCntPtr<vfs::FileSystem> Files, Problems &Seen) {
  SmallVector<const char *, 64> Argv;
  for (const std::string &A : Command)
    Argv.push_back(A.c_str());
  DiagnosticOptions Options;
  CreateInvocationOptions Create;
  Create.VFS = Files;
  Create.Diags = CompilerInstance::createDiagnostics(*Files, Options, &Seen, /*ShouldOwnClient=*/false);
  Create.RecoverOnError = true;
  std::shared_ptr<CompilerInvocation> Invocation = createInvocation(Argv, std::move(Create));
  if (!Invocation)
    return nullptr;
  FrontendOptions &Frontend = Invocation->getFrontendOpts();
  Frontend.SkipFunctionBodies = true;
  Frontend.DisableFree = false;
  Frontend.ProgramAction = frontend::ParseSyntaxOnly;
  Frontend.Plugins.clear();
  Frontend.AddPluginActions.clear();
  Invocation->getDiagnosticOpts().IgnoreWarnings = true;
  Invocation->getLangOpts().SpellChecking = false;
  Invocation->getPreprocessorOpts().ImplicitPCHInclude.clear();
  Invocation->getDependencyOutputOpts() = DependencyOutputOptions();
  return Invocation;
}

void parse(std::shared_ptr<CompilerInvocation> Invocation, IntrusiveRefCntPtr<vfs::FileSystem> Files, Problems &Seen,
           Outcome &Out) {
  CompilerInstance Compiler(std::move(Invocation));
  Compiler.setVirtualFileSystem(Files);
  Compiler.createDiagnostics(&Seen, /*ShouldOwnClient=*/false);
  Compiler.getDiagnostics().setFatalsAsError(true); // a missing header must not silence the rest
  Compiler.setVerboseOutputStream(nulls());
  Compiler.createFileManager();
  UnitAction Action(Out);
  Compiler.ExecuteAction(Action);
}

bool isParsable(const CompilerInvocation &Invocation) {
  const auto &Inputs = Invocation.getFrontendOpts().Inputs;
  if (Inputs.empty())
    return false;
  switch (Inputs.front().getKind().getLanguage()) {
  case Language::C:
  case Language::CXX:
  case Language::ObjC:
  case Language::ObjCXX:
    return Inputs.front().getKind().getFormat() == InputKind::Source;
  default:
    return false;
  }
}

void noteDriverErrors(const Problems &Seen, ExtractResult &Result) {
  for (const Problem &P : Seen.Kept)
    Result.Notes.push_back("in the command: " + P.Text);
}

ExtractResult extractHere(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  ExtractResult Result;
  if (std::error_code E = Files->setCurrentWorkingDirectory(Request.Directory)) {
    Result.FatalMessage = "cannot enter directory '" + Request.Directory + "': " + E.message();
    return Result;
  }
  std::vector<std::string> Command = cleanCommand(Request, Result.Notes, Files);
  if (ErrorOr<vfs::Status> Main = Files->status(Command.back()); !Main || Main->isDirectory()) {
    Result.FatalMessage = "cannot read '" + Command.back() + "': " +
                          (Main ? std::string("it is a directory") : Main.getError().message());
    return Result;
  }
  Problems OfDriver, OfParse;
  std::shared_ptr<CompilerInvocation> Invocation = invocationFor(Command, Files, OfDriver);
  noteDriverErrors(OfDriver, Result);
  if (!Invocation || !isParsable(*Invocation)) {
    Result.FatalMessage = firstError(OfDriver, "not a C or C++ source");
    return Result;
  }
  auto Out = std::make_unique<Outcome>();
  auto Simpler = std::make_shared<CompilerInvocation>(*Invocation);
  parse(std::move(Invocation), Files, OfParse, *Out);
  if (!Out->Parsed) { // most likely a processor this clang does not know
    Simpler->getTargetOpts().CPU.clear();
    Simpler->getTargetOpts().TuneCPU.clear();
    Simpler->getTargetOpts().FeaturesAsWritten.clear();
    Result.Notes.push_back("ignored the target's processor options: " + firstError(OfParse, "unknown"));
    OfParse = Problems();
    Out = std::make_unique<Outcome>();
    parse(std::move(Simpler), Files, OfParse, *Out);
  }
  Result.Errors = OfParse.Errors;
  if (!Out->Parsed) {
    Result.FatalMessage = firstError(OfParse, "clang gave up without a word");
    return Result;
  }
  for (const Problem &P : OfParse.Kept)
    Out->Builder.diagnostic(P.Severity, P.Path.empty() ? 0 : Out->Builder.file(P.Path, true), P.Line, P.Column,
                            P.Text);
  for (const std::string &Note : Result.Notes)
    Out->Builder.diagnostic(0, 0, 0, 0, Note);
  Result.Facts = Out->Builder.finish(Out->MainFile, xxh3_64bits(join(Command, std::string_view("\0", 1))), Out->Language);
  return Result;
}

} // namespace

ExtractResult extract(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  constexpr unsigned StackBytes = 64u << 20;
  auto Recording = makeIntrusiveRefCnt<RecordingFileSystem>(std::move(Files));
  ExtractResult Result;
  llvm::thread Worker(std::optional<unsigned>(StackBytes), [&] {
    clang::noteBottomOfStack();
    Result = extractHere(Request, Recording);
  });
  Worker.join();
  Result.Reads = Recording->opened();
  Result.Absent = Recording->absent();
  Result.Listed = Recording->listed();
  return Result;
}

} // namespace offmain
