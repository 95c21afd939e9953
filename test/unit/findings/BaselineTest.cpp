// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Baselines: what is written is read, what is foreign is refused politely.
#include "findings/Baseline.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace offmain;

namespace {

TEST(Baseline, RoundTrip) {
  std::vector<Finding> Findings(2);
  Findings[0].Fingerprint = "bb";
  Findings[0].Rule = "r\"1";
  Findings[1].Fingerprint = "aa";
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  findings::writeBaseline(Findings, OS);
  EXPECT_LT(Text.find("\"aa\""), Text.find("\"bb\"")) << "sorted";
  auto Read = findings::readBaseline(llvm::MemoryBufferRef(Text, "b.json"));
  ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
  EXPECT_TRUE(Read->contains("aa"));
  EXPECT_TRUE(Read->contains("bb"));
  EXPECT_EQ(Read->size(), 2u);
}

TEST(Baseline, EmptyListRoundTrips) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  findings::writeBaseline({}, OS);
  EXPECT_TRUE(bool(findings::readBaseline(llvm::MemoryBufferRef(Text, "b.json"))));
}

TEST(Baseline, RefusesForeignText) {
  for (const char *Text :
       {"", "[]", "{}", "{\"findings\": 3}", "{\"findings\": []}", "{\"version\": 9, \"findings\": []}", "x"}) {
    auto Read = findings::readBaseline(llvm::MemoryBufferRef(Text, "b.json"));
    ASSERT_FALSE(bool(Read)) << Text;
    EXPECT_EQ(llvm::toString(Read.takeError()).find("b.json"), 0u);
  }
}

} // namespace
