// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "models/YamlTree.h"

#include <gtest/gtest.h>

using namespace offmain;

static std::string errorOf(llvm::StringRef Text) {
  auto Tree = parseYaml(llvm::MemoryBufferRef(Text, "f.yaml"));
  return Tree ? "" : llvm::toString(Tree.takeError());
}

TEST(YamlTree, KeepsLinesAndOrder) {
  auto Tree = parseYaml(llvm::MemoryBufferRef("a: 1\nb:\n  - x\n  - {k: v}\nc: |\n  two\n  lines\n", "f.yaml"));
  ASSERT_TRUE(static_cast<bool>(Tree));
  ASSERT_TRUE(Tree->isMapping());
  ASSERT_EQ(Tree->Pairs.size(), 3u);
  EXPECT_EQ(Tree->Pairs[0].Key, "a");
  EXPECT_EQ(Tree->Pairs[1].Line, 2u);
  EXPECT_EQ(Tree->find("b")->Items[1].find("k")->Text, "v");
  EXPECT_EQ(Tree->find("b")->Items[1].Line, 4u);
  EXPECT_EQ(Tree->find("c")->Text, "two\nlines\n");
  EXPECT_EQ(Tree->find("d"), nullptr);
}

TEST(YamlTree, EmptyIsNull) {
  auto Tree = parseYaml(llvm::MemoryBufferRef("", "f.yaml"));
  ASSERT_TRUE(static_cast<bool>(Tree));
  EXPECT_TRUE(Tree->isNull());
}

TEST(YamlTree, ErrorsNameTheLine) {
  EXPECT_EQ(errorOf("a: 1\na: 2\n"), "f.yaml:2: key 'a' stands twice");
  EXPECT_EQ(errorOf("a: 1\nb: *x\n"), "f.yaml:2: aliases are not supported (quote a text that begins with '*')");
  EXPECT_EQ(errorOf(llvm::StringRef("a: 1\nb: \0", 9)), "f.yaml:2: a NUL byte");
  EXPECT_EQ(errorOf("a: 1\n\xff\xfe: 2\n"), "f.yaml:2: not UTF-8");
  EXPECT_EQ(errorOf("a: \"unclosed\nb: 1\n").rfind("f.yaml:", 0), 0u);
}

TEST(YamlTree, DeepNestingIsRefusedNotRecursedInto) {
  for (const char *Level : {"[", "- ", "{a: ", "? ", "- [", "a: - "}) {
    std::string Text;
    for (int I = 0; I < 200000; ++I)
      Text += Level;
    EXPECT_NE(errorOf(Text), "") << Level;
    EXPECT_NE(errorOf("a:\n  b: " + Text), "") << Level;
  }
}

TEST(YamlTree, TooLargeIsRefused) {
  EXPECT_EQ(errorOf(std::string(MaxYamlBytes + 1, '#')), "f.yaml:1: larger than 8 MiB");
}
