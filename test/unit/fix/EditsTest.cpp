// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Edits: what goes together, and what is printed of them.
#include "fix/Edits.h"
#include "gtest/gtest.h"

using namespace offmain::fix;
using namespace llvm;

namespace {

std::string diffOf(StringRef Before, ArrayRef<Edit> Edits) {
  std::string Out;
  raw_string_ostream OS(Out);
  printDiff("a.c", Before, apply(Before, Edits), Edits, OS);
  return Out;
}

TEST(Edits, OverlapsDoNotGoTogether) {
  EditSet S;
  EXPECT_TRUE(S.add(Edit{"/a", 10, 5, "x"}));
  EXPECT_TRUE(S.add(Edit{"/a", 10, 5, "x"})) << "the same edit twice is one";
  EXPECT_FALSE(S.add(Edit{"/a", 12, 1, "y"}));
  EXPECT_FALSE(S.add(Edit{"/a", 10, 0, "y"})) << "nothing says which of two insertions comes first";
  EXPECT_FALSE(S.add({Edit{"/b", 0, 1, "z"}, Edit{"/a", 14, 3, "y"}})) << "all or none";
  EXPECT_TRUE(S.add(Edit{"/a", 15, 1, "y"}));
  ASSERT_EQ(S.files().size(), 1u);
  EXPECT_EQ(S.files().at("/a").size(), 2u);
}

TEST(Edits, WholeLinesAtOnePlaceGoTogether) {
  EditSet S;
  EXPECT_TRUE(S.add({Edit{"/a", 4, 0, "#include <b>\n"}, Edit{"/a", 4, 0, "#include <a>\n"}}));
  EXPECT_TRUE(S.add({Edit{"/a", 4, 0, "#include <b>\n"}, Edit{"/a", 4, 3, "now"}}));
  EXPECT_TRUE(S.add(Edit{"/a", 4, 0, "#include <c>\n"})) << "though what stands there is changed";
  EXPECT_FALSE(S.add({Edit{"/a", 0, 1, "x"}, Edit{"/a", 4, 0, "words"}}));
  ASSERT_EQ(S.files().at("/a").size(), 4u) << "nothing is left of what did not go";
  EXPECT_EQ(offmain::fix::apply("one old", S.files().at("/a")), "one #include <a>\n#include <b>\n#include <c>\nnow");
  std::vector<Edit> One = joined(S.files().at("/a"));
  ASSERT_EQ(One.size(), 1u);
  EXPECT_EQ(offmain::fix::apply("one old", One), "one #include <a>\n#include <b>\n#include <c>\nnow");
}

TEST(Edits, WhatDoesNotGoLeavesNoFile) {
  EditSet S;
  EXPECT_FALSE(S.add({Edit{"/b", 0, 2, "x"}, Edit{"/a", 0, 2, "x"}, Edit{"/a", 1, 1, "y"}}));
  EXPECT_TRUE(S.empty());
}

TEST(Edits, ManyInOrderGoFast) {
  EditSet S;
  for (uint32_t I = 0; I != 200000; ++I)
    ASSERT_TRUE(S.add(Edit{"/a", I * 4, 2, "x"}));
  EXPECT_EQ(S.files().at("/a").size(), 200000u);
}

TEST(Edits, AppliesFromFrontToBack) {
  EXPECT_EQ(apply("0123456789", {{"", 0, 0, "<"}, {"", 2, 3, "-"}, {"", 10, 0, ">"}}), "<01-56789>");
}

TEST(Edits, ADiffHasThreeLinesAround) {
  std::string Text;
  for (int I = 1; I <= 20; ++I)
    Text += "line " + std::to_string(I) + "\n";
  EXPECT_EQ(diffOf(Text, {{"", uint32_t(Text.find("line 10")), 7, "LINE"}}),
            "--- a/a.c\n+++ b/a.c\n@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-line 10\n+LINE\n line 11\n line 12\n line 13\n");
}

TEST(Edits, ChangesFarApartAreTwoHunksAndNearOnesOne) {
  std::string Text;
  for (int I = 1; I <= 30; ++I)
    Text += "line " + std::to_string(I) + "\n";
  auto At = [&](const char *What) { return uint32_t(Text.find(What)); };
  std::string Far = diffOf(Text, {{"", At("line 3\n"), 0, "new\n"}, {"", At("line 25\n"), 8, ""}});
  EXPECT_NE(Far.find("@@ -1,5 +1,6 @@\n"), std::string::npos) << Far;
  EXPECT_NE(Far.find("@@ -22,7 +23,6 @@\n"), std::string::npos) << Far;
  std::string Near = diffOf(Text, {{"", At("line 3\n"), 0, "new\n"}, {"", At("line 8\n"), 7, ""}});
  EXPECT_NE(Near.find("@@ -1,11 +1,11 @@\n"), std::string::npos) << Near;
}

TEST(Edits, TwoEditsOnALineAreOneChange) {
  EXPECT_EQ(diffOf("int a, b;\n", {{"", 4, 1, "x"}, {"", 7, 1, "y"}}),
            "--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-int a, b;\n+int x, y;\n");
}

TEST(Edits, LineEndsAndAMissingLastOneStay) {
  EXPECT_EQ(diffOf("a\r\nb", {{"", 3, 1, "c"}}), "--- a/a.c\n+++ b/a.c\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n"
                                                "+c\n\\ No newline at end of file\n");
}

TEST(Edits, ReplacementsAreThoseOfClang) {
  EditSet S;
  ASSERT_TRUE(S.add(Edit{"/a.c", 3, 2, "it's\n"}));
  std::string Out;
  raw_string_ostream OS(Out);
  printReplacements(S, "/a.c", OS);
  EXPECT_NE(Out.find("MainSourceFile:  '/a.c'"), std::string::npos) << Out;
  EXPECT_NE(Out.find("Offset:          3"), std::string::npos) << Out;
  EXPECT_NE(Out.find("Length:          2"), std::string::npos) << Out;
}

} // namespace
