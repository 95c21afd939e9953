// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a control-flow graph as the compiler sees it to the call-only one. Four rewrites until none applies:
//
//   forward   an empty block with one way on is replaced by where it leads
//   simplify  equal ways count once; a condition with one way left is no condition
//   join      a block and its only successor, whose only predecessor it is, become one
//   drop      what is empty and cannot be reached
//
// Dominator-based reductions were not needed: a typical body loses two thirds of its blocks to these four.
#include "facts/Builder.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain::facts {
namespace {

class Folder {
public:
  explicit Folder(Body &Code) : Code(Code), Blocks(Code.Blocks) {}
  void run();

private:
  bool simplify(Body::Block &B);
  bool forward();
  bool join();
  void dropAndRenumber();
  bool passesOn(uint32_t I) const {
    const Body::Block &B = Blocks[I];
    return B.Events.empty() && !B.Condition && B.Successors.size() == 1 && B.Successors[0] != I;
  }

  Body &Code;
  std::vector<Body::Block> &Blocks;
  uint32_t Entry = 0;
};

bool Folder::simplify(Body::Block &B) {
  size_t Before = B.Successors.size();
  if (B.Condition) {
    if (Before == 2 && B.Successors[0] != B.Successors[1] && !is_contained(B.Successors, NoBlock))
      return false;
    B.Condition = 0;
  }
  SmallVector<uint32_t, 2> Kept;
  for (uint32_t To : B.Successors)
    if (To != NoBlock && !is_contained(Kept, To))
      Kept.push_back(To);
  B.Successors = std::move(Kept);
  return B.Successors.size() != Before;
}

// Where each empty block leads in the end. The blocks of an empty cycle all lead to its smallest one, which then is
// its own successor.
bool Folder::forward() {
  std::vector<uint32_t> Leads(Blocks.size(), NoBlock);
  std::vector<uint32_t> SeenFrom(Blocks.size(), NoBlock);
  for (uint32_t I = 0; I != Blocks.size(); ++I) {
    SmallVector<uint32_t, 8> Path;
    uint32_t At = I;
    while (Leads[At] == NoBlock && passesOn(At) && SeenFrom[At] != I) {
      SeenFrom[At] = I;
      Path.push_back(At);
      At = Blocks[At].Successors[0];
    }
    uint32_t End = Leads[At] != NoBlock ? Leads[At] : At;
    if (auto *Cycle = find(Path, At); Leads[At] == NoBlock && Cycle != Path.end())
      End = *std::min_element(Cycle, Path.end());
    for (uint32_t Block : Path)
      Leads[Block] = End;
    Leads[At] = End;
  }
  bool Changed = Leads[Entry] != Entry;
  Entry = Leads[Entry];
  for (uint32_t I = 0; I != Blocks.size(); ++I)
    for (uint32_t &To : Blocks[I].Successors)
      if (To != NoBlock && Leads[To] != To) {
        To = Leads[To];
        Changed = true;
      }
  for (uint32_t I = 0; I != Blocks.size(); ++I)
    if (Leads[I] != I)
      Blocks[I] = Body::Block(); // nothing leads here any more, and it must not count as a predecessor
  return Changed;
}

bool Folder::join() {
  std::vector<uint32_t> Predecessors(Blocks.size(), 0);
  for (const Body::Block &B : Blocks)
    for (uint32_t To : B.Successors)
      if (To != NoBlock)
        ++Predecessors[To];
  bool Changed = false;
  for (uint32_t I = 0; I != Blocks.size(); ++I) {
    Body::Block &B = Blocks[I];
    while (!B.Condition && B.Successors.size() == 1) {
      uint32_t Next = B.Successors[0];
      if (Next == I || Next == Entry || Predecessors[Next] != 1)
        break;
      Body::Block &Tail = Blocks[Next];
      B.Events.insert(B.Events.end(), Tail.Events.begin(), Tail.Events.end());
      B.Condition = Tail.Condition;
      B.Successors = std::move(Tail.Successors);
      Tail = Body::Block();
      Predecessors[Next] = 0;
      Changed = true;
    }
  }
  return Changed;
}

void Folder::dropAndRenumber() {
  // Reached from the entry or from a block that is kept for its events.
  std::vector<bool> Kept(Blocks.size());
  std::vector<uint32_t> Work;
  auto Keep = [&](uint32_t I) {
    if (I != NoBlock && !Kept[I]) {
      Kept[I] = true;
      Work.push_back(I);
    }
  };
  Keep(Entry);
  for (uint32_t I = 0; I != Blocks.size(); ++I)
    if (!Blocks[I].Events.empty())
      Keep(I);
  while (!Work.empty()) {
    uint32_t I = Work.back();
    Work.pop_back();
    for (uint32_t To : Blocks[I].Successors)
      Keep(To);
  }
  std::vector<uint32_t> Number(Blocks.size(), NoBlock);
  std::vector<Body::Block> Out;
  auto Move = [&](uint32_t I) {
    Number[I] = static_cast<uint32_t>(Out.size());
    Out.push_back(std::move(Blocks[I]));
  };
  Move(Entry);
  for (uint32_t I = 0; I != Blocks.size(); ++I)
    if (Kept[I] && I != Entry)
      Move(I);
  for (Body::Block &B : Out)
    for (uint32_t &To : B.Successors)
      To = To == NoBlock ? NoBlock : Number[To];
  Blocks = std::move(Out);
}

void Folder::run() {
  if (Blocks.empty())
    Code.block();
  for (Body::Block &B : Blocks)
    for (uint32_t &To : B.Successors)
      if (To >= Blocks.size())
        To = NoBlock;
  // One empty block without successors is as good as another: the end of the function.
  uint32_t End = NoBlock;
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (Body::Block &B : Blocks)
      Changed |= simplify(B);
    Changed |= forward();
    for (Body::Block &B : Blocks)
      for (uint32_t &To : B.Successors) {
        if (To == NoBlock || !Blocks[To].Events.empty() || !Blocks[To].Successors.empty())
          continue;
        if (End == NoBlock)
          End = To;
        Changed |= To != End;
        To = End;
      }
    Changed |= join();
  }
  dropAndRenumber();
}

} // namespace

void fold(Body &Code) { Folder(Code).run(); }

} // namespace offmain::facts
