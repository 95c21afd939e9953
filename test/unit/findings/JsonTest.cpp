// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// JSON of others: depth, emptiness and bytes that are not UTF-8.
#include "findings/Json.h"
#include "gtest/gtest.h"

using namespace offmain;

namespace {

std::string errorOf(const std::string &Text) {
  auto Parsed = parseJson(llvm::MemoryBufferRef(Text, "x.json"));
  return Parsed ? "" : llvm::toString(Parsed.takeError());
}

TEST(Json, ErrorsNameTheFile) {
  for (std::string Text : {std::string(), std::string(" \n"), std::string("{"), std::string("[1,]"),
                           std::string("\0\0", 2), std::string(5000000, '['), std::string(100000, '{')})
    EXPECT_EQ(errorOf(Text).find("x.json"), 0u) << errorOf(Text).substr(0, 80);
}

TEST(Json, BracketsInStringsAreNoDepth) { EXPECT_EQ(errorOf("[\"" + std::string(1000, '[') + "\", \"a\\\"[\"]"), ""); }

TEST(Json, KeepsBytesThatAreNotUtf8) {
  std::string Name = "caf\xE9/\xFF\x80-\xC3\xA9";
  auto Parsed = parseJson(llvm::MemoryBufferRef("[\"" + Name + "\"]", "x.json"));
  ASSERT_TRUE(bool(Parsed)) << llvm::toString(Parsed.takeError());
  EXPECT_EQ(bytes(*(*Parsed->getAsArray())[0].getAsString()), Name);
}

TEST(Json, SkipsAByteOrderMark) { EXPECT_EQ(errorOf("\xEF\xBB\xBF[]"), ""); }

} // namespace
