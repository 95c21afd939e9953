// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "models/NameIndex.h"

#include <gtest/gtest.h>
#include <set>

using namespace offmain;

static std::set<uint32_t> found(const NameIndex &Index, llvm::StringRef Name) {
  std::set<uint32_t> Values;
  Index.find(Name, [&](const NameIndex::Match &M) { Values.insert(M.Value); });
  return Values;
}

TEST(NameIndex, GlobMatchesAnyTextAlsoNone) {
  EXPECT_TRUE(matchesGlob("gtk_*", "gtk_"));
  EXPECT_TRUE(matchesGlob("Gtk::*::on_*", "Gtk::Widget::on_draw"));
  EXPECT_TRUE(matchesGlob("*", ""));
  EXPECT_TRUE(matchesGlob("a**b", "ab"));
  EXPECT_FALSE(matchesGlob("gtk_*_get_type", "gtk_label_new"));
  EXPECT_FALSE(matchesGlob("", "a"));
  EXPECT_TRUE(matchesGlob("*ab*ab", "abcabxab"));
}

TEST(NameIndex, EscapedStarIsAStar) {
  EXPECT_TRUE(matchesGlob("P::operator\\*", "P::operator*"));
  EXPECT_FALSE(matchesGlob("P::operator\\*", "P::operator->"));
  EXPECT_TRUE(matchesGlob("*::operator\\*", "P::operator*"));
  NameIndex Index;
  Index.add("P::operator\\*", 1);
  Index.add("P::operator\\**", 2);
  EXPECT_EQ(found(Index, "P::operator*"), (std::set<uint32_t>{1, 2}));
  EXPECT_EQ(found(Index, "P::operator*="), (std::set<uint32_t>{2}));
  EXPECT_EQ(found(Index, "P::operator->"), std::set<uint32_t>{});
}

TEST(NameIndex, ManyStarsStayLinearEnough) {
  std::string Name(20000, 'a'), Pattern;
  for (int I = 0; I < 50; ++I)
    Pattern += "*a";
  EXPECT_FALSE(matchesGlob(Pattern + "b", Name));
}

TEST(NameIndex, FindsExactAndEveryGlobOnThePath) {
  NameIndex Index;
  Index.add("gtk_*", 1);
  Index.add("gtk_tree_path_*", 2);
  Index.add("*_get_type", 3);
  Index.add("gtk_tree_path_new", 4);
  Index.add("gdk_*", 5);
  EXPECT_EQ(found(Index, "gtk_tree_path_new"), (std::set<uint32_t>{1, 2, 4}));
  EXPECT_EQ(found(Index, "gtk_label_get_type"), (std::set<uint32_t>{1, 3}));
  EXPECT_EQ(found(Index, "gt"), std::set<uint32_t>{});
  EXPECT_EQ(found(Index, ""), std::set<uint32_t>{});
}

TEST(NameIndex, LiteralLengthDoesNotCountStars) {
  NameIndex Index;
  Index.add("a*b*", 1);
  Index.find("axbx", [](const NameIndex::Match &M) {
    EXPECT_EQ(M.Literal, 2u);
    EXPECT_FALSE(M.Exact);
  });
}
