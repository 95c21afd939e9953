// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain explain NAME | FINDING-ID`: which contexts a function runs in, each with its chain; or one finding in full.
#include "driver/Output.h"
#include "findings/Findings.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offmain::tool {

namespace {

/// "report" and "Scanner::report" name Scanner::report; "canner::report" does not.
bool isNamed(StringRef Function, StringRef Name) {
  if (!Function.ends_with(Name))
    return false;
  StringRef Before = Function.drop_back(Name.size());
  return Before.empty() || Before.ends_with("::");
}

void printStep(const Step &S, StringRef Directory, raw_ostream &OS) {
  OS << "    " << shownPath(S.At.File, Directory) << ':' << S.At.Line << ':' << S.At.Column << ": " << S.Text << '\n';
}

void explainFunction(const Analysis &A, FunctionId F, const World &W, raw_ostream &OS) {
  SourcePlace At = sourcePlace(*A.P, (*A.P)[F].At);
  OS << A.P->name(F) << A.P->text((*A.P)[F].Signature);
  if (At.Line)
    OS << "  " << shownPath(At.File, W.Directory) << ':' << At.Line << ':' << At.Column;
  OS << '\n';
  CtxMask Contexts = A.S->contexts(F);
  if (!Contexts)
    OS << "  not reached from any entry that was found\n";
  for (unsigned I = 0; I != unsigned(Ctx::Count); ++I) {
    Ctx C = static_cast<Ctx>(I);
    if (!(Contexts & maskOf(C)))
      continue;
    OS << "  on " << describe(C) << " (confidence " << findings::name(A.S->confidence(F, C)) << ")\n";
    for (const Step &S : A.S->witness(F, C))
      printStep(S, W.Directory, OS);
    for (const std::string &Assumption : A.S->assumptions(F, C))
      OS << "    assumed: " << Assumption << '\n';
  }
}

/// All findings, whatever their confidence; those whose fingerprint begins with `Id`.
Expected<bool> explainFinding(const Analysis &A, StringRef Id, Options O, Settings &S, const World &W, Stopwatch &T,
                              raw_ostream &OS) {
  constexpr size_t ShortestId = 4;
  if (Id.size() < ShortestId || !all_of(Id, isHexDigit))
    return false;
  S.AtLeast = Confidence::Low;
  auto Found = judge(A, O, S, W, T);
  if (!Found)
    return Found.takeError();
  SourceText Sources(W.FS);
  bool Any = false;
  for (const Finding &F : Found->R.Findings) {
    if (!StringRef(F.Fingerprint).starts_with(Id))
      continue;
    Any = true;
    emitFindingText(F, Sources, W.Directory, OS);
    OS << "id: " << F.Fingerprint << '\n';
    for (const std::string &E : F.OtherEntries)
      OS << "also reached from: " << E << '\n';
  }
  return Any;
}

} // namespace

int runExplain(Arguments A) {
  Options O;
  std::vector<std::string> Names;
  std::string Output;
  Command C{"offmain explain [options] NAME|FINDING-ID",
            "Tells which threads a function can run on and by which chains of calls; NAME may leave out the enclosing\n"
            "names. With the id of a finding (as in JSON and SARIF; its beginning will do): that finding in full.",
            {},
            ""};
  addAnalysisOptions(C, O);
  C.Options.push_back(text("-o", "FILE", "where the text goes (default: standard output)", Output));
  if (auto Exit = parseOrExit(C, A, Names))
    return *Exit;
  if (Names.size() != 1)
    return fail("explain takes one NAME or FINDING-ID");
  World W = realWorld();
  Settings S;
  Stopwatch T;
  int Exit = ExitClean;
  auto Result = analyzeProject(O, W, S, T, Exit);
  if (!Result)
    return Exit;
  std::string Text;
  raw_string_ostream OS(Text);
  bool Any = false;
  for (uint32_t I = 0; I != Result->P->Functions.size(); ++I)
    if (isNamed(Result->P->name(FunctionId(I)), Names[0])) {
      Any = true;
      explainFunction(*Result, FunctionId(I), W, OS);
    }
  if (!Any) {
    auto Found = explainFinding(*Result, Names[0], O, S, W, T, OS);
    if (!Found)
      return fail(Found.takeError());
    Any = *Found;
  }
  if (!Any)
    return fail("no function and no finding is called '" + Twine(Names[0]) + "'");
  if (Error E = writeOutput(Output, Text))
    return fail(std::move(E));
  return ExitClean;
}

} // namespace offmain::tool
