// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Folding, on graphs written as "number[!] -> successors": "!" has an event, "?" a condition.
#include "facts/Builder.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace offmain::facts;

namespace {

struct Node {
  char Kind; ///< '.', '!' event, '?' condition, '*' both
  llvm::SmallVector<uint32_t, 2> To;
};

std::string folded(std::vector<Node> Nodes) {
  Body Code;
  uint32_t Site = 100;
  for (const Node &N : Nodes) {
    uint32_t I = Code.block();
    if (N.Kind == '!' || N.Kind == '*')
      Code.call(I, Site + I, {});
    Code.Blocks[I].Condition = N.Kind == '?' || N.Kind == '*';
    Code.Blocks[I].Successors = N.To;
  }
  fold(Code);
  std::string Out;
  for (uint32_t I = 0; I != Code.Blocks.size(); ++I) {
    Out += (I ? " " : "") + std::to_string(I);
    for (const fb::Event &E : Code.Blocks[I].Events)
      Out += "e" + std::to_string(E.a() - Site);
    Out += Code.Blocks[I].Condition ? "?" : "";
    Out += ">";
    for (uint32_t To : Code.Blocks[I].Successors)
      Out += To == NoBlock ? "-" : std::to_string(To);
  }
  return Out;
}

TEST(FoldTest, NothingStaysOneBlock) {
  EXPECT_EQ(folded({}), "0>");
  EXPECT_EQ(folded({{'.', {1}}, {'.', {}}}), "0>");
}
TEST(FoldTest, EmptyBlocksGiveWay) { EXPECT_EQ(folded({{'.', {1}}, {'!', {2}}, {'.', {}}}), "0e1>"); }
TEST(FoldTest, StraightLinesJoin) { EXPECT_EQ(folded({{'!', {1}}, {'!', {2}}, {'!', {}}}), "0e0e1e2>"); }
TEST(FoldTest, ABranchWithoutEventsIsNoBranch) {
  EXPECT_EQ(folded({{'*', {1, 2}}, {'.', {3}}, {'.', {3}}, {'!', {}}}), "0e0e3>");
}
TEST(FoldTest, NestedEmptyBranches) {
  EXPECT_EQ(folded({{'?', {1, 5}}, {'?', {2, 3}}, {'.', {4}}, {'.', {4}}, {'.', {5}}, {'!', {}}}), "0e5>");
}
TEST(FoldTest, ABranchThatMattersStays) {
  EXPECT_EQ(folded({{'*', {1, 2}}, {'!', {2}}, {'!', {}}}), "0e0?>12 1e1>2 2e2>");
}
TEST(FoldTest, ReturnEarlyKeepsTheEmptyEnd) {
  EXPECT_EQ(folded({{'*', {3, 1}}, {'!', {2}}, {'.', {3}}, {'.', {}}}), "0e0?>21 1e1>2 2>");
}
TEST(FoldTest, AConditionWithOneWayIsNone) { EXPECT_EQ(folded({{'*', {1, NoBlock}}, {'!', {}}}), "0e0e1>"); }
TEST(FoldTest, Loops) { EXPECT_EQ(folded({{'.', {1}}, {'?', {2, 3}}, {'!', {1}}, {'!', {}}}), "0?>12 1e2>0 2e3>"); }
TEST(FoldTest, EmptyLoopsEnd) {
  EXPECT_EQ(folded({{'.', {0}}}), "0>0");
  EXPECT_EQ(folded({{'!', {1}}, {'.', {2}}, {'.', {1}}}), "0e0>1 1>1");
  EXPECT_EQ(folded({{'.', {1}}, {'.', {2}}, {'.', {0}}}), "0>0");
}
TEST(FoldTest, SwitchWithEmptyCases) {
  EXPECT_EQ(folded({{'!', {1, 2, 3}}, {'.', {4}}, {'.', {4}}, {'.', {4}}, {'!', {}}}), "0e0e4>");
}
TEST(FoldTest, UnreachableCallsStay) {
  EXPECT_EQ(folded({{'!', {1}}, {'.', {}}, {'!', {1}}, {'.', {1}}}), "0e0>1 1> 2e2>1");
}
TEST(FoldTest, SuccessorsThatDoNotExistAreNone) { EXPECT_EQ(folded({{'!', {7}}}), "0e0>"); }
TEST(FoldTest, LongEmptyChains) {
  std::vector<Node> Nodes;
  for (uint32_t I = 0; I != 100000; ++I)
    Nodes.push_back({'.', {I + 1}});
  Nodes.push_back({'!', {}});
  EXPECT_EQ(folded(Nodes), "0e100000>");
}

} // namespace
