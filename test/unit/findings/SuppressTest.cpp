// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NOLINT and its relatives: each case is a source of which line 2 (or the line said) has a finding.
#include "findings/Suppress.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

struct Result {
  bool Suppressed;
  std::vector<std::string> Unused;
};

Result run(StringRef Source, unsigned Line = 2, const char *Rule = "gtk-off-main-thread") {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/a.c", 0, MemoryBuffer::getMemBufferCopy(Source));
  SourceText Sources(FS);
  std::vector<Finding> Findings(1);
  Findings[0].Rule = Rule;
  Findings[0].At = {"/a.c", Line, 1, 0, 0};
  Result R;
  for (auto &U : findings::suppress(Findings, Sources, {"gtk-off-main-thread", "qt-off-main-thread"}, {}))
    R.Unused.push_back(U.Text + "@" + std::to_string(U.At.Line) + ":" + std::to_string(U.At.Column));
  R.Suppressed = Findings[0].Suppressed;
  return R;
}

TEST(Suppress, OnTheLine) {
  EXPECT_TRUE(run("\ncall(); // NOLINT\n").Suppressed);
  EXPECT_TRUE(run("\ncall(); // NOLINT(gtk-off-main-thread)\n").Suppressed);
  EXPECT_TRUE(run("\ncall(); // NOLINT( bugprone-x , gtk-* ): reason\n").Suppressed);
  EXPECT_FALSE(run("\ncall(); // NOLINT(bugprone-*)\n").Suppressed);
  EXPECT_FALSE(run("\ncall(); // NOLINT(qt-off-main-thread)\n").Suppressed);
  EXPECT_FALSE(run("// NOLINT\ncall();\n").Suppressed);
}

TEST(Suppress, NextLine) {
  EXPECT_TRUE(run("// NOLINTNEXTLINE\ncall();").Suppressed);
  EXPECT_TRUE(run("// NOLINTNEXTLINE(*)\ncall();").Suppressed);
  EXPECT_FALSE(run("\ncall(); // NOLINTNEXTLINE\n").Suppressed);
}

TEST(Suppress, BetweenBeginAndEnd) {
  EXPECT_TRUE(run("// NOLINTBEGIN\ncall();\n// NOLINTEND\n").Suppressed);
  EXPECT_TRUE(run("// NOLINTBEGIN(gtk-*)\ncall();\n// NOLINTEND(gtk-*)\n").Suppressed);
  EXPECT_FALSE(run("// NOLINTBEGIN(gtk-*)\ncall();\n// NOLINTEND\n").Suppressed) << "the ends name different lists";
  EXPECT_FALSE(run("// NOLINTBEGIN\ncall();\n").Suppressed) << "never closed";
  EXPECT_FALSE(run("// NOLINTBEGIN\n// NOLINTEND\n\ncall();\n", 4).Suppressed);
  EXPECT_TRUE(run("// NOLINTBEGIN\n// NOLINTBEGIN(qt-*)\n// NOLINTEND(qt-*)\ncall();\n// NOLINTEND\n", 4).Suppressed);
}

TEST(Suppress, TellsWhatWasNotNeeded) {
  EXPECT_EQ(run("// NOLINT(gtk-off-main-thread)\ncall();").Unused,
            std::vector<std::string>{"NOLINT(gtk-off-main-thread)@1:4"});
  EXPECT_EQ(run("// NOLINTBEGIN(qt-*)\ncall();").Unused, std::vector<std::string>{"NOLINTBEGIN(qt-*)@1:4"});
  EXPECT_TRUE(run("// NOLINT\n// NOLINT(bugprone-x)\n// NOLINT(*)\n", 9).Unused.empty()) << "not ours to judge";
  EXPECT_TRUE(run("\ncall(); // NOLINT(gtk-*)\n").Unused.empty());
}

TEST(Suppress, AFileThatIsGone) { EXPECT_FALSE(run("").Suppressed); }

} // namespace
