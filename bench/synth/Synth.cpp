// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// offmain-synth --units=N --seed=S --out=DIR: writes DIR/unit000000.omfacts ... and says how large the program is.
#include "World.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace offmain;

static cl::opt<unsigned> Units("units", cl::desc("how many units"), cl::init(1000));
static cl::opt<uint64_t> Seed("seed", cl::desc("same seed, same bytes"), cl::init(1));
static cl::opt<std::string> Directory("out", cl::desc("where the facts files go"), cl::Required);

int main(int Argc, char **Argv) {
  cl::ParseCommandLineOptions(Argc, Argv, "generates a fake program as facts\n");
  if (std::error_code Error = sys::fs::create_directories(Directory)) {
    errs() << "offmain-synth: " << Directory << ": " << Error.message() << '\n';
    return 2;
  }
  synth::Shape Shape;
  Shape.Seed = Seed;
  Shape.Units = Units;
  uint64_t Bytes = 0;
  for (unsigned I = 0; I != Units; ++I) {
    std::string Facts = synth::makeUnit(Shape, I);
    Bytes += Facts.size();
    char Name[32];
    snprintf(Name, sizeof(Name), "/unit%06u.omfacts", I);
    std::error_code Error;
    raw_fd_ostream Out(Directory + Name, Error);
    if (!Error) {
      Out << Facts;
      Out.close();
      Error = Out.error();
      Out.clear_error();
    }
    if (Error) {
      errs() << "offmain-synth: " << Directory << Name << ": " << Error.message() << '\n';
      return 2;
    }
  }
  outs() << Units << " units, " << Bytes / std::max(1u, Units.getValue()) << " bytes a unit\n";
  return 0;
}
