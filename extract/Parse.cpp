// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Parse.h.
#include "extract/Parse.h"
#include "extract/SharedHeaders.h"
#include "clang/Basic/Stack.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/thread.h"

using namespace clang;
using namespace llvm;

namespace offmain {

void Problems::HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) {
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
    while (File.isValid() && File != Sources.getMainFileID())
      std::tie(File, Offset) = Sources.getDecomposedIncludedLoc(File);
    if (File.isValid())
      P.TopLine = Sources.getLineNumber(File, Offset);
  }
  Kept.push_back(std::move(P));
}

namespace {

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
           FrontendAction &Action) {
  CompilerInstance Compiler(std::move(Invocation));
  Compiler.setVirtualFileSystem(Files);
  Compiler.createDiagnostics(&Seen, /*ShouldOwnClient=*/false);
  Compiler.getDiagnostics().setFatalsAsError(true); // a missing header must not silence the rest
  Compiler.setVerboseOutputStream(nulls());
  Compiler.createFileManager();
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

void noteDriverErrors(const Problems &Seen, ParseOutcome &Result) {
  for (const Problem &P : Seen.Kept)
    Result.Notes.push_back("in the command: " + P.Text);
}

} // namespace

namespace {

/// The invocation for the request's command, or a message in Out.
std::shared_ptr<CompilerInvocation> prepare(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files,
                                            ParseOutcome &Out) {
  if (std::error_code E = Files->setCurrentWorkingDirectory(Request.Directory)) {
    Out.FatalMessage = "cannot enter directory '" + Request.Directory + "': " + E.message();
    return nullptr;
  }
  Out.Command = cleanCommand(Request, Out.Notes, Files);
  StringRef Main = Out.Command.back();
  if (ErrorOr<vfs::Status> Status = Files->status(Main); !Status || Status->isDirectory()) {
    Out.FatalMessage = ("cannot read '" + Main + "': ").str() +
                       (Status ? std::string("it is a directory") : Status.getError().message());
    return nullptr;
  }
  Problems OfDriver;
  std::shared_ptr<CompilerInvocation> Invocation = invocationFor(Out.Command, Files, OfDriver);
  noteDriverErrors(OfDriver, Out);
  if (Invocation && isParsable(*Invocation))
    return Invocation;
  Out.FatalMessage = firstError(OfDriver, "not a C or C++ source");
  return nullptr;
}

} // namespace

ParseOutcome parseUnit(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files,
                       function_ref<std::unique_ptr<FrontendAction>()> Make, function_ref<bool()> Parsed,
                       const SharedHeaders *Shared) {
  ParseOutcome Out;
  std::shared_ptr<CompilerInvocation> Invocation = prepare(Request, Files, Out);
  if (!Invocation)
    return Out;
  if (Shared) {
    PreprocessorOptions &Options = Invocation->getPreprocessorOpts();
    Options.ImplicitPCHInclude = Shared->precompiled();
    Options.DisablePCHOrModuleValidation = DisableValidationForModuleKind::PCH; // the driver has looked at its inputs
    Invocation->getLangOpts().PCHInstantiateTemplates = true;
  }
  auto Simpler = std::make_shared<CompilerInvocation>(*Invocation);
  parse(std::move(Invocation), Files, Out.Seen, *Make());
  if (!Parsed()) { // most likely a processor this clang does not know
    Simpler->getTargetOpts().CPU.clear();
    Simpler->getTargetOpts().TuneCPU.clear();
    Simpler->getTargetOpts().FeaturesAsWritten.clear();
    Out.Notes.push_back("ignored the target's processor options: " + firstError(Out.Seen, "unknown"));
    Out.Seen = Problems();
    parse(std::move(Simpler), Files, Out.Seen, *Make());
  }
  if (!Parsed())
    Out.FatalMessage = firstError(Out.Seen, "clang gave up without a word");
  return Out;
}

ParseOutcome precompile(const ExtractRequest &Request, IntrusiveRefCntPtr<vfs::FileSystem> Files, StringRef Source,
                        StringRef Output, function_ref<std::unique_ptr<FrontendAction>()> Make) {
  ParseOutcome Out;
  std::shared_ptr<CompilerInvocation> Invocation = prepare(Request, Files, Out);
  if (!Invocation)
    return Out;
  FrontendOptions &Frontend = Invocation->getFrontendOpts();
  InputKind Kind = Frontend.Inputs.front().getKind();
  Frontend.Inputs = {FrontendInputFile(Source, Kind.getHeader())};
  Frontend.OutputFile = Output.str();
  Frontend.ProgramAction = frontend::GeneratePCH;
  Invocation->getPreprocessorOpts().Includes.clear();
  Invocation->getPreprocessorOpts().MacroIncludes.clear();
  Invocation->getLangOpts().CompilingPCH = true;
  Invocation->getLangOpts().PCHInstantiateTemplates = true;
  parse(std::move(Invocation), Files, Out.Seen, *Make());
  return Out;
}

void withDeepStack(function_ref<void()> Parse) {
  constexpr unsigned StackBytes = 64u << 20;
  llvm::thread Worker(std::optional<unsigned>(StackBytes), [&] {
    clang::noteBottomOfStack();
    Parse();
  });
  Worker.join();
}

} // namespace offmain
