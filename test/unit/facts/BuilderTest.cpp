// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the builder makes is what the reader gives back, and nothing it makes is refused.
#include "Sample.h"
#include "facts/Text.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"

using namespace llvm;
using namespace offmain::facts;
using offmain::facts::test::buffer;
using offmain::facts::test::sampleBytes;

namespace {

UnitView finish(UnitBuilder &B) {
  auto U = open(buffer(B.finish("a.c", 0, "c")));
  EXPECT_TRUE(!!U) << toString(U.takeError());
  return *U;
}

TEST(BuilderTest, SampleOpens) {
  auto U = open(buffer(sampleBytes()));
  ASSERT_TRUE(!!U) << toString(U.takeError());
  EXPECT_EQ(U->mainFile(), "src/a.cpp");
  EXPECT_EQ(U->functionCount(), 4u);
  EXPECT_EQ(U->string(U->function(2).name()), "Heir::go");
  EXPECT_TRUE(U->function(2).flags() & static_cast<uint32_t>(FunctionFlag::HasBody));
}

TEST(BuilderTest, SameCallsSameBytes) { EXPECT_EQ(sampleBytes(), sampleBytes()); }

TEST(BuilderTest, InternsByContent) {
  UnitBuilder B;
  EXPECT_EQ(B.string("x"), B.string("x"));
  EXPECT_NE(B.string("x"), B.string("y"));
  EXPECT_NE(B.string(""), 0u);
  EXPECT_EQ(B.integer(7), B.integer(7));
  EXPECT_NE(B.integer(7), B.integer(-7));
  uint32_t P = B.value(ValueKind::Param, 0);
  EXPECT_EQ(B.list({P, P}), B.list({P, P}));
  EXPECT_NE(B.list({P, P}), B.list({P}));
  EXPECT_EQ(B.file("f", true), B.file("f", false));
}

TEST(BuilderTest, AFileOnceInsideStaysInside) {
  UnitBuilder B;
  B.file("f", true);
  B.file("f", false);
  B.file("f", true);
  EXPECT_FALSE(finish(B)->files()->Get(0)->outside());
}

TEST(BuilderTest, PlacesThatDoNotFitAreNoPlacesOrCut) {
  EXPECT_EQ(UnitBuilder::loc(70000, 3, 1).line(), 0u);
  EXPECT_EQ(UnitBuilder::loc(1, 3, 70000).col(), 65535u);
  EXPECT_EQ(UnitBuilder::loc(65535, 3, 1).line(), 3u);
}

TEST(BuilderTest, TextThatIsNotUtf8IsMended) {
  UnitBuilder B;
  uint32_t S = B.string("a\xff");
  EXPECT_EQ(finish(B).string(S), "a\xef\xbf\xbd");
}

TEST(BuilderTest, DeepValuesAreCutNotRefused) {
  UnitBuilder B;
  bool IsNew;
  uint32_t F = B.function(1, IsNew);
  uint32_t V = B.value(ValueKind::Param, 0);
  Body Code;
  Code.block();
  for (unsigned I = 0; I != 5000; ++I) {
    uint32_t Site = B.site({.Callee = F, .Receiver = V, .Args = {V}, .Function = F});
    Code.call(0, Site, {});
    V = B.value(ValueKind::CallResult, Site);
  }
  B.setBody(F, std::move(Code));
  EXPECT_EQ(finish(B).sites().size(), 5000u);
}

// Equal operands are shared: without a limit on the size of the walk this would be 2^200 steps for a reader.
TEST(BuilderTest, DoublingValuesAreCut) {
  UnitBuilder B;
  bool IsNew;
  uint32_t F = B.function(1, IsNew);
  uint32_t V = B.value(ValueKind::Param, 0);
  Body Code;
  Code.block();
  for (unsigned I = 0; I != 200; ++I) {
    V = B.value(I % 2 ? ValueKind::And : ValueKind::Or, V, V);
    Code.ret(0, V, {});
  }
  B.setBody(F, std::move(Code));
  std::string Out;
  raw_string_ostream OS(Out);
  print(finish(B), OS);
  EXPECT_LT(Out.size(), 50u << 20);
}

TEST(BuilderTest, WhatLacksItsOperandIsUnknown) {
  UnitBuilder B;
  EXPECT_EQ(B.valueDef(B.value(ValueKind::Field, 0, 0)).kind(), ValueKind::Unknown);
  EXPECT_EQ(B.valueDef(B.value(ValueKind::Not, 0)).kind(), ValueKind::Unknown);
  EXPECT_EQ(B.valueDef(B.value(ValueKind::Param, 100000)).kind(), ValueKind::Unknown);
  finish(B);
}

TEST(BuilderTest, AnExpressionInTwoBodiesIsACallOfEach) {
  UnitBuilder B;
  bool IsNew;
  uint32_t F = B.function(1, IsNew), G = B.function(2, IsNew), H = B.function(3, IsNew);
  uint32_t Site = B.site({.Callee = H, .Args = {B.integer(1)}});
  for (uint32_t Caller : {F, G}) {
    Body Code;
    Code.block();
    Code.call(0, Site, {});
    B.setBody(Caller, std::move(Code));
  }
  UnitView U = finish(B);
  ASSERT_EQ(U.sites().size(), 2u);
  EXPECT_EQ(U.sites()[0].function(), F);
  EXPECT_EQ(U.sites()[1].function(), G);
}

TEST(BuilderTest, ReservedHashesAreKeysToo) {
  UnitBuilder B;
  bool IsNew;
  for (uint64_t Usr : {UINT64_MAX, UINT64_MAX - 1, uint64_t(0)}) {
    B.function(Usr, IsNew);
    EXPECT_TRUE(IsNew);
  }
}

TEST(BuilderTest, EmptyUnit) {
  UnitBuilder B;
  EXPECT_EQ(finish(B).functionCount(), 0u);
}

} // namespace
