// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages between the driver and its workers.
#include "driver/Wire.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

ExtractResult sample() {
  ExtractResult R;
  R.Facts = std::string("a\0b", 3);
  R.Reads = {"/a", "/b"};
  R.Absent = {"/c"};
  R.Listed = {"/d", ""};
  R.Notes = {"n"};
  R.Errors = 4;
  R.FatalMessage = "f";
  return R;
}

TEST(Wire, RoundTrips) {
  ExtractRequest Q{"/d", "a.c", {"cc", "", "a b"}};
  Frame F = nextFrame(encode(Q));
  ASSERT_EQ(F.Is, Frame::State::Whole);
  std::string Bytes = encode(Q);
  auto Q2 = decodeRequest(nextFrame(Bytes).Fields);
  ASSERT_TRUE(Q2);
  EXPECT_EQ(Q2->Directory, Q.Directory);
  EXPECT_EQ(Q2->File, Q.File);
  EXPECT_EQ(Q2->Arguments, Q.Arguments);
  Bytes = encode(sample());
  auto R = decodeResult(nextFrame(Bytes).Fields);
  ASSERT_TRUE(R);
  EXPECT_EQ(R->Facts, sample().Facts);
  EXPECT_EQ(R->Reads, sample().Reads);
  EXPECT_EQ(R->Absent, sample().Absent);
  EXPECT_EQ(R->Listed, sample().Listed);
  EXPECT_EQ(R->Notes, sample().Notes);
  EXPECT_EQ(R->Errors, 4u);
  EXPECT_EQ(R->FatalMessage, "f");
}

TEST(Wire, EveryPrefixIsPartialAndEveryCutIsRefused) {
  std::string Bytes = encode(sample());
  for (size_t Size = 0; Size != Bytes.size(); ++Size)
    EXPECT_EQ(nextFrame(StringRef(Bytes).take_front(Size)).Is, Frame::State::Partial);
  StringRef Fields = nextFrame(Bytes).Fields;
  for (size_t Size = 0; Size != Fields.size(); ++Size)
    EXPECT_FALSE(decodeResult(Fields.take_front(Size))) << Size;
}

TEST(Wire, GarbageIsSeen) {
  EXPECT_EQ(nextFrame("LLVM ERROR: something").Is, Frame::State::Garbage);
  std::string Huge = encode(sample()).substr(0, 4) + "\xFF\xFF\xFF\xFF";
  EXPECT_EQ(nextFrame(Huge).Is, Frame::State::Garbage);
}

} // namespace
