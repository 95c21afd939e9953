// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// offmain: the table of subcommands.
#include "driver/Interrupt.h"
#include "driver/Output.h"
#include "runtime/Shared.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <fcntl.h>
#include <unistd.h>

using namespace llvm;
using namespace offmain;
using namespace offmain::tool;

namespace {

struct Subcommand {
  StringLiteral Name;
  int (*Run)(Arguments);
  StringLiteral About; ///< "": not listed
};

constexpr Subcommand Subcommands[] = {
    {"check", runCheck, "analyze a program and report"},
    {"threads", runThreads, "list the places where threads begin"},
    {"explain", runExplain, "why a function runs on a thread, or one finding in full"},
    {"checks", runChecksList, "the rules, or the page of one"},
    {"models", runModels, "what is known of a function or class of a library"},
    {"doctor", runDoctor, "why a file fails to parse"},
    {"extract", runExtract, "one unit to a facts file (for build systems)"},
    {"link", runLink, "facts files to findings (for build systems)"},
    {"run", runRun, "run a program under the runtime checker"},
    {rt::PlannerCommand, runRuntimePlan, ""},
    {WorkerCommand, [](Arguments) { return runWorker(); }, ""},
};

void printUsage(raw_ostream &OS) {
  OS << "usage: offmain COMMAND [options]\n\n"
        "Finds GUI work done off the main thread, and work that blocks it, in GTK and Qt programs.\n\ncommands:\n";
  for (const Subcommand &S : Subcommands)
    if (!S.About.empty())
      OS << "  " << left_justify(S.Name, 10) << S.About << '\n';
  OS << "\n'offmain COMMAND --help' tells the options of one; 'offmain --version' the version.\n"
        "First steps: configure your project with a compile database, then 'offmain check -p build'.\n";
}

/// A descriptor that is closed would be taken by the next file opened, and results would go there.
void openStandardDescriptors() {
  for (int File : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(File, F_GETFD) < 0)
      (void)::open("/dev/null", O_RDWR);
}

} // namespace

int main(int Count, char **Values) {
  openStandardDescriptors();
  ArrayRef<const char *> All(Values, Count);
  StringRef Name = Count > 1 ? All[1] : "";
  if (Name == "--help" || Name == "-h" || Name == "help") {
    printUsage(outs());
    return ExitClean;
  }
  if (Name == "--version" || Name == "version") {
    outs() << "offmain " << VersionText << '\n';
    return ExitClean;
  }
  if (Name != WorkerCommand)
    interrupt::install();
  for (const Subcommand &S : Subcommands)
    if (S.Name == Name)
      return S.Run(All.drop_front(2));
  if (Name == "lsp")
    return fail("'offmain " + Name + "' is not available in this build");
  printUsage(errs());
  return Name.empty() ? ExitUsage : fail("no command is called '" + Name + "'");
}
