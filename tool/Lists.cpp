// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain checks` and `offmain models`: what the tool knows, without looking at a program.
#include "driver/Output.h"
#include "findings/Findings.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace offmain::tool {

int runChecksList(Arguments A) {
  std::vector<std::string> Ids;
  Command C{"offmain checks [ID]", "Lists the rules, or prints the page of one.", {}, ""};
  if (auto Exit = parseOrExit(C, A, Ids))
    return *Exit;
  std::string Text;
  raw_string_ostream OS(Text);
  if (Ids.empty())
    for (const Rule &R : rules())
      OS << left_justify(R.Id, 28) << left_justify(findings::name(R.DefaultLevel), 9) << R.Summary << '\n';
  for (const std::string &Id : Ids) {
    auto It = find_if(rules(), [&](const Rule &R) { return R.Id == Id; });
    if (It == rules().end())
      return fail("no rule is called '" + Twine(Id) + "'; 'offmain checks' lists them");
    OS << It->Page;
  }
  if (Error E = writeOutput("", Text))
    return fail(std::move(E));
  return ExitClean;
}

int runModels(Arguments A) {
  Options O;
  std::vector<std::string> Names;
  Command C{"offmain models [options] NAME...",
            "Tells what the models say of a function or a class, and which file says so.",
            {text("--config", "FILE", "a configuration instead of the .offmain.yaml found upward", O.ConfigFile),
             texts("--models", "FILE", "more models; may be repeated", O.ModelFiles)},
            ""};
  if (auto Exit = parseOrExit(C, A, Names))
    return *Exit;
  if (Names.empty())
    return fail("models needs the NAME of a function or class");
  World W = realWorld();
  O.UseCache = false;
  auto S = settle(O, W);
  if (!S)
    return fail(S.takeError());
  std::string Text;
  raw_string_ostream OS(Text);
  for (const std::string &Name : Names) {
    size_t Before = Text.size();
    S->Models.describe(Name, OS);
    if (Text.size() == Before)
      OS << "the models say nothing of '" << Name << "'\n";
  }
  if (Error E = writeOutput("", Text))
    return fail(std::move(E));
  return ExitClean;
}

} // namespace offmain::tool
