// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages between the driver and its workers.
#include "driver/Wire.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

WorkerReply sample() {
  WorkerReply R;
  R.Result.Facts = std::string("a\0b", 3);
  R.Result.Reads = {"/a", "/b"};
  R.Result.Notes = {"n"};
  R.Result.Errors = 4;
  R.Result.FatalMessage = "f";
  R.Absent = {"/c"};
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
  auto R = decodeReply(nextFrame(Bytes).Fields);
  ASSERT_TRUE(R);
  EXPECT_EQ(R->Result.Facts, sample().Result.Facts);
  EXPECT_EQ(R->Result.Reads, sample().Result.Reads);
  EXPECT_EQ(R->Result.Notes, sample().Result.Notes);
  EXPECT_EQ(R->Result.Errors, 4u);
  EXPECT_EQ(R->Result.FatalMessage, "f");
  EXPECT_EQ(R->Absent, sample().Absent);
}

TEST(Wire, EveryPrefixIsPartialAndEveryCutIsRefused) {
  std::string Bytes = encode(sample());
  for (size_t Size = 0; Size != Bytes.size(); ++Size)
    EXPECT_EQ(nextFrame(StringRef(Bytes).take_front(Size)).Is, Frame::State::Partial);
  StringRef Fields = nextFrame(Bytes).Fields;
  for (size_t Size = 0; Size != Fields.size(); ++Size)
    EXPECT_FALSE(decodeReply(Fields.take_front(Size))) << Size;
}

TEST(Wire, GarbageIsSeen) {
  EXPECT_EQ(nextFrame("LLVM ERROR: something").Is, Frame::State::Garbage);
  std::string Huge = encode(sample()).substr(0, 4) + "\xFF\xFF\xFF\xFF";
  EXPECT_EQ(nextFrame(Huge).Is, Frame::State::Garbage);
}

} // namespace
