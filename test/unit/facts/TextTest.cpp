// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The text forms: the JSON loses nothing, the listing says what a reader looks for.
#include "facts/Text.h"
#include "Sample.h"
#include "gmock/gmock.h"

using namespace llvm;
using namespace offmain::facts;
using offmain::facts::test::buffer;
using offmain::facts::test::sampleBytes;
using testing::HasSubstr;

namespace {

std::string listing(const UnitView &U) {
  std::string Out;
  raw_string_ostream OS(Out);
  print(U, OS);
  return Out;
}

TEST(TextTest, JsonLosesNothing) {
  auto U = open(buffer(sampleBytes()));
  ASSERT_TRUE(!!U) << toString(U.takeError());
  std::string Json = toText(*U);
  EXPECT_THAT(Json, HasSubstr("\"Heir::go\""));
  auto Bytes = fromText(Json);
  ASSERT_TRUE(!!Bytes) << toString(Bytes.takeError());
  auto Again = open(buffer(*Bytes));
  ASSERT_TRUE(!!Again) << toString(Again.takeError());
  EXPECT_EQ(toText(*Again), Json);
  EXPECT_EQ(listing(*Again), listing(*U));
  EXPECT_EQ((*Again)->command_hash(), 42u);
}

TEST(TextTest, JsonKeepsOddStrings) {
  UnitBuilder B;
  B.string(StringRef("nul\0in", 6));
  B.string("\x01\x1f\x7f\\u0041\"");
  B.string("\xf0\x9f\x98\x80");
  auto U = open(buffer(B.finish("", 0, "")));
  ASSERT_TRUE(!!U);
  auto Bytes = fromText(toText(*U));
  ASSERT_TRUE(!!Bytes) << toString(Bytes.takeError());
  auto Again = open(buffer(*Bytes));
  ASSERT_TRUE(!!Again) << toString(Again.takeError());
  for (uint32_t I = 1; I <= (*U)->strings()->size(); ++I)
    EXPECT_EQ(Again->string(I), U->string(I));
}

TEST(TextTest, BadJsonIsAnErrorOfOneLine) {
  for (StringRef Bad :
       {"", "{", "{\"nonsense\": 1}", "[]", "{\"version\": \"x\"}", "\xff\xfe", "{\"values\":[{\"kind\":\"Nope\"}]}"}) {
    auto Bytes = fromText(Bad);
    if (Bytes) { // "{}" like texts parse; then the verifier refuses
      auto U = open(buffer(*Bytes));
      EXPECT_FALSE(!!U) << Bad.str();
      consumeError(U.takeError());
      continue;
    }
    EXPECT_EQ(toString(Bytes.takeError()).find('\n'), std::string::npos) << Bad.str();
  }
}

TEST(TextTest, ListingReadsLikeTheSource) {
  auto U = open(buffer(sampleBytes()));
  ASSERT_TRUE(!!U);
  std::string Out = listing(*U);
  for (const char *Line :
       {"record Heir at 2:3 bases Base first member Base annotated note\n",
        "variable Heir::field : Base * at 4:3 of Heir\n",
        "function Heir::go(int) at 10:3 hasbody of Heir overrides Heir::run annotated qt_slot\n",
        "  b0: call library_call(param0, {\"text \\\"quoted\\\"",
        "  b0: if ((result of library_call at 12:3 == ::global) && (!param0 || ((param0 != l) || (param0 < l)))) goto b1 else b2\n",
        "  b1: call new Heir->Heir::run(result of library_call at 12:3) at 13:3 constructor destructor macro MACRO\n",
        "  b1: store this.Heir::field = new Heir at 13:3\n", "  b2: return result of library_call at 12:3 at 14:3\n",
        "  b2: end\n", "  captured0 l = l by reference\n", "  b0: call *this.Heir::field() at 20:3\n",
        "diagnostic 3:1 something is odd\n"})
    EXPECT_THAT(Out, HasSubstr(Line));
}

} // namespace
