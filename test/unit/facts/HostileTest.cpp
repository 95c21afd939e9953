// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Foreign bytes: every truncation and every changed byte of a small unit either is refused or leaves a unit that can
// be walked from end to end. Run under the sanitizers this is the proof that readers need no checks.
#include "Sample.h"
#include "facts/Text.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offmain::facts;
using offmain::facts::test::buffer;
using offmain::facts::test::sampleBytes;

namespace {

// The listing touches every table.
bool refusedOrWalkable(StringRef Bytes) {
  auto U = open(buffer(Bytes));
  if (!U) {
    std::string Text = toString(U.takeError());
    EXPECT_EQ(Text.find('\n'), std::string::npos);
    return false;
  }
  std::string Out;
  raw_string_ostream OS(Out);
  print(*U, OS);
  return true;
}

TEST(HostileTest, EveryTruncation) {
  std::string Bytes = sampleBytes();
  for (size_t Size = 0; Size != Bytes.size(); ++Size)
    refusedOrWalkable(StringRef(Bytes).take_front(Size));
}

TEST(HostileTest, EveryByteChanged) {
  std::string Bytes = sampleBytes();
  unsigned Refused = 0;
  for (size_t I = 0; I != Bytes.size(); ++I) {
    char Was = Bytes[I];
    for (unsigned Change : {0x01u, 0x80u, 0xffu, 0x04u}) {
      Bytes[I] = static_cast<char>(Was ^ Change);
      Refused += !refusedOrWalkable(Bytes);
    }
    Bytes[I] = static_cast<char>(0x7f);
    refusedOrWalkable(Bytes);
    Bytes[I] = Was;
  }
  EXPECT_GT(Refused, Bytes.size()); // most changes are seen
  EXPECT_TRUE(refusedOrWalkable(Bytes));
}

TEST(HostileTest, EveryWordReplaced) {
  std::string Bytes = sampleBytes();
  for (size_t I = 0; I + 4 <= Bytes.size(); I += 4)
    for (uint32_t Word : {0u, 1u, 0x7fffffffu, 0xffffffffu, 0x80000000u, static_cast<uint32_t>(Bytes.size())}) {
      std::string Changed = Bytes;
      memcpy(Changed.data() + I, &Word, 4);
      refusedOrWalkable(Changed);
    }
}

// Found by fuzzing: a range of nothing that begins outside of its table.
TEST(HostileTest, EmptyRangesAreRangesToo) {
  for (const char *Table : {"params", "captures", "blocks", "overrides", "annotations"}) {
    std::string Name(Table);
    auto Bytes = fromText("{\"version\": " + std::to_string(Version) +
                          ", \"main_file\": \"\", \"language\": \"c\", \"files\": [], \"strings\": [], "
                          "\"values\": [], \"lists\": [], \"sites\": [], \"events\": [], \"blocks\": [], "
                          "\"locals\": [], \"captures\": [], \"params\": [], \"functions\": [{\"" +
                          Name + "_begin\": 1000}], \"records\": [], \"variables\": [], \"diagnostics\": []}");
    ASSERT_TRUE(!!Bytes) << toString(Bytes.takeError());
    EXPECT_FALSE(refusedOrWalkable(*Bytes)) << Name;
  }
}

TEST(HostileTest, OtherFiles) {
  EXPECT_FALSE(refusedOrWalkable(""));
  EXPECT_FALSE(refusedOrWalkable("\x7f"
                                 "ELF and more text than a header needs"));
  EXPECT_FALSE(refusedOrWalkable(std::string(1000, '\0')));
}

TEST(HostileTest, UnalignedBytesAreCopied) {
  std::string Shifted = " " + sampleBytes();
  auto U = open(MemoryBuffer::getMemBuffer(StringRef(Shifted).drop_front(), "shifted", false));
  ASSERT_TRUE(!!U) << toString(U.takeError());
  EXPECT_EQ(U->functionCount(), 4u);
}

TEST(HostileTest, AnotherVersionIsNamed) {
  std::string Json = toText(*open(buffer(sampleBytes())));
  std::string Own = "\"version\": " + std::to_string(Version);
  size_t At = Json.find(Own);
  ASSERT_NE(At, std::string::npos);
  Json.replace(At, Own.size(), "\"version\": 99");
  auto U = open(buffer(*fromText(Json)));
  ASSERT_FALSE(!!U);
  EXPECT_EQ(toString(U.takeError()), "sample: not a usable facts file: written by another version of the tool");
}

} // namespace
