// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages between the driver and its workers.
#include "driver/Wire.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

Answer sample() {
  Answer A;
  ExtractResult &R = A.Unit;
  R.Facts = std::string("a\0b", 3);
  R.Reads = {"/a", "/b"};
  R.Absent = {"/c"};
  R.Listed = {"/d", ""};
  R.Notes = {"n"};
  R.Errors = 4;
  R.FatalMessage = "f";
  A.Proposals = {{{"1", "2"}, "title", {{"/a", 7, 8, "text"}, {"/b", 0, 0, ""}}, ""}, {{"3"}, "", {}, "advice"}};
  return A;
}

TEST(Wire, ATaskRoundTrips) {
  Task T{{"/d", "a.c", {"cc", "", "a b"}}, {{"/a.c", "int x;"}}, {{"1", "rule", {"/a.c", 1, 2, 3, 4}, "f"}}};
  std::string Bytes = encode(T);
  Frame F = nextFrame(Bytes);
  ASSERT_EQ(F.Is, Frame::State::Whole);
  auto Again = decodeTask(F.Fields);
  ASSERT_TRUE(Again);
  EXPECT_EQ(Again->Unit.Directory, "/d");
  EXPECT_EQ(Again->Unit.File, "a.c");
  EXPECT_EQ(Again->Unit.Arguments, T.Unit.Arguments);
  ASSERT_EQ(Again->Overlay.size(), 1u);
  EXPECT_EQ(Again->Overlay[0].Path, "/a.c");
  EXPECT_EQ(Again->Overlay[0].Text, "int x;");
  ASSERT_EQ(Again->Targets.size(), 1u);
  EXPECT_EQ(Again->Targets[0].At, T.Targets[0].At);
  EXPECT_EQ(Again->Targets[0].Callee, "f");
}

TEST(Wire, AnAnswerRoundTrips) {
  std::string Bytes = encode(sample());
  auto A = decodeAnswer(nextFrame(Bytes).Fields);
  ASSERT_TRUE(A);
  EXPECT_EQ(A->Unit.Facts, sample().Unit.Facts);
  EXPECT_EQ(A->Unit.Reads, sample().Unit.Reads);
  EXPECT_EQ(A->Unit.Absent, sample().Unit.Absent);
  EXPECT_EQ(A->Unit.Listed, sample().Unit.Listed);
  EXPECT_EQ(A->Unit.Notes, sample().Unit.Notes);
  EXPECT_EQ(A->Unit.Errors, 4u);
  EXPECT_EQ(A->Unit.FatalMessage, "f");
  ASSERT_EQ(A->Proposals.size(), 2u);
  EXPECT_EQ(A->Proposals[0].Fingerprints, sample().Proposals[0].Fingerprints);
  EXPECT_EQ(A->Proposals[0].Edits, sample().Proposals[0].Edits);
  EXPECT_EQ(A->Proposals[1].Advice, "advice");
}

TEST(Wire, EveryPrefixIsPartialAndEveryCutIsRefused) {
  std::string Bytes = encode(sample());
  for (size_t Size = 0; Size != Bytes.size(); ++Size)
    EXPECT_EQ(nextFrame(StringRef(Bytes).take_front(Size)).Is, Frame::State::Partial);
  StringRef Fields = nextFrame(Bytes).Fields;
  for (size_t Size = 0; Size != Fields.size(); ++Size)
    EXPECT_FALSE(decodeAnswer(Fields.take_front(Size))) << Size;
}

TEST(Wire, GarbageIsSeen) {
  EXPECT_EQ(nextFrame("LLVM ERROR: something").Is, Frame::State::Garbage);
  std::string Huge = encode(sample()).substr(0, 4) + "\xFF\xFF\xFF\xFF";
  EXPECT_EQ(nextFrame(Huge).Is, Frame::State::Garbage);
}

} // namespace
