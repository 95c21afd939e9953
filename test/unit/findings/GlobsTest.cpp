// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lists of globs.
#include "findings/Globs.h"
#include "gtest/gtest.h"

using namespace offmain;

namespace {

bool matches(const char *List, const char *Text) { return llvm::cantFail(Globs::parse(List)).matches(Text); }

TEST(Globs, LastMatchWins) {
  EXPECT_TRUE(matches("gtk-*", "gtk-off-main-thread"));
  EXPECT_FALSE(matches("gtk-*,-gtk-off-main-thread", "gtk-off-main-thread"));
  EXPECT_TRUE(matches("-*,gtk-off-main-thread", "gtk-off-main-thread"));
  EXPECT_FALSE(matches("", "anything"));
  EXPECT_TRUE(matches("a\n b , c", "b")) << "newlines and blanks separate, too";
}

TEST(Globs, CopiesLive) {
  Globs Copy;
  {
    Globs Made = llvm::cantFail(Globs::parse("short,prefix-*-suffix"));
    Copy = Made;
  }
  EXPECT_TRUE(Copy.matches("short"));
  EXPECT_TRUE(Copy.matches("prefix-x-suffix"));
}

TEST(Globs, NamesTheBadOne) {
  auto Bad = Globs::parse("fine,[");
  ASSERT_FALSE(bool(Bad));
  EXPECT_NE(llvm::toString(Bad.takeError()).find("'['"), std::string::npos);
}

} // namespace
