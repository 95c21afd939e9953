// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Link as a page: order the units by what they are (not by when they came), merge, remap, cut what only foreign bytes
// could have tied into cycles. Sorting the units first is what makes the merge commute at no cost: "the first of
// equals" is then a total order. The alternative, comparing bodies by content, hashed every inline function of every
// header again.
#include "link/Link.h"
#include "link/Merge.h"
#include "link/Remap.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using offmain::facts::UnitView;

namespace offmain {

static std::vector<UnitView> ordered(ArrayRef<UnitView> Units) {
  std::vector<UnitView> Out(Units.begin(), Units.end());
  llvm::sort(Out, [](const UnitView &A, const UnitView &B) {
    if (A.mainFile() != B.mainFile())
      return A.mainFile() < B.mainFile();
    if (A->command_hash() != B->command_hash())
      return A->command_hash() < B->command_hash();
    return A.bytes() < B.bytes();
  });
  return Out;
}

// Worth a pass of its own: the largest tables would be copied while they double. Unit by unit, because a jump to
// another unit for each function costs more than the sum.
static void reserve(Program &P, ArrayRef<UnitView> Units, const Merge &M) {
  size_t Events = 0, Blocks = 0, Params = 0;
  for (uint32_t Unit = 0; Unit != Units.size(); ++Unit)
    for (uint32_t I = 0, E = Units[Unit].functionCount(); I != E; ++I) {
      if (!M.Functions.speaks(Unit, I))
        continue;
      const facts::fb::Function &F = Units[Unit].function(I);
      Params += F.params_count();
      Blocks += F.blocks_count();
      Events += facts::eventsIn(Units[Unit], F);
    }
  P.Params.reserve(Params);
  P.Blocks.reserve(Blocks);
  P.Events.reserve(Events);
  P.Sites.reserve(Events);
}

namespace {

// Cuts the edges that close a cycle of "is based on" or "begins with". No compiler accepts such a type, but two
// units together could describe one.
class CycleCutter {
public:
  explicit CycleCutter(Program &P) : P(P), State(P.Records.size(), New) {}
  void run() {
    for (uint32_t I = 0; I != P.Records.size(); ++I)
      if (State[I] == New)
        visit(I);
  }

private:
  enum : uint8_t { New, Open, Done };
  struct Frame {
    uint32_t Record;
    uint32_t Next = 0; ///< base to look at; BasesCount: the first member
  };

  void visit(uint32_t Root) {
    std::vector<Frame> Stack{{Root}};
    State[Root] = Open;
    while (!Stack.empty()) {
      Frame &Top = Stack.back();
      Record &R = P.Records[Top.Record];
      if (Top.Next > R.BasesCount) {
        State[Top.Record] = Done;
        Stack.pop_back();
        continue;
      }
      bool IsBase = Top.Next < R.BasesCount;
      RecordId To = IsBase ? RecordId(P.Lists[R.BasesBegin + Top.Next]) : R.FirstMember;
      if (To && State[To.Index] == Open) {
        cut(R, Top.Next);
        if (IsBase)
          continue; // the next base has moved here
      }
      ++Top.Next;
      if (To && State[To.Index] == New) {
        State[To.Index] = Open;
        Stack.push_back({To.Index});
      }
    }
  }

  void cut(Record &R, uint32_t Edge) {
    if (Edge == R.BasesCount) {
      R.FirstMember = {};
      return;
    }
    for (uint32_t I = Edge + 1; I != R.BasesCount; ++I)
      P.Lists[R.BasesBegin + I - 1] = P.Lists[R.BasesBegin + I];
    --R.BasesCount;
  }

  Program &P;
  std::vector<uint8_t> State;
};

} // namespace

// The same for enclosing functions.
static void cutParentCycles(Program &P) {
  for (Function &F : P.Functions) {
    unsigned Steps = 0;
    for (FunctionId At = F.Parent; At && Steps <= facts::MaxParentDepth; At = P[At].Parent)
      ++Steps;
    if (Steps > facts::MaxParentDepth)
      F.Parent = {};
  }
}

Program link(ArrayRef<UnitView> Given) {
  std::vector<UnitView> Units = ordered(Given);
  // From here on units are numbers in this order, and every choice prefers the smaller.
  Merge M = merge(Units);
  // From here on every entity has its id and one unit that speaks for it.
  Program P;
  P.Functions.resize(M.Functions.size());
  P.Records.resize(M.Records.size());
  P.Variables.resize(M.Variables.size());
  reserve(P, Units, M);
  Remapper To(P, M);
  for (size_t I = 0; I != M.Files.Paths.size(); ++I)
    P.Files.push_back({To.strings().intern(M.Files.Paths[I]), M.Files.Outside[I]});
  for (uint32_t I = 0; I != Units.size(); ++I)
    To.add(I, Units[I]);
  // From here on nothing points into the units.
  CycleCutter(P).run();
  cutParentCycles(P);
  return P;
}

} // namespace offmain
