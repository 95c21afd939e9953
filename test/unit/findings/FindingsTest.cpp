// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Order, identity and filters of findings.
#include "findings/Findings.h"
#include "gtest/gtest.h"
#include <algorithm>

using namespace offmain;

namespace {

Finding make(const char *Rule, const char *File, unsigned Line, const char *Callee = "gtk_label_set_text") {
  Finding F;
  F.Rule = Rule;
  F.At = {File, Line, 3, Line, 20};
  F.Function = "report";
  F.Callee = Callee;
  F.Message = "m";
  F.Witness = {{{File, 1, 1, 0, 0}, "thread starts here", "worker"}};
  return F;
}

std::vector<std::string> fingerprints(std::vector<Finding> Findings) {
  findings::normalize(Findings);
  findings::identify(Findings);
  std::vector<std::string> Result;
  for (const Finding &F : Findings)
    Result.push_back(F.Fingerprint);
  return Result;
}

TEST(Normalize, WithoutLinesTheFunctionAndTheCalleeCount) {
  std::vector<Finding> Findings = {make("a", "/bin/x", 0, "set"), make("a", "/bin/x", 0, "get"),
                                   make("a", "/bin/x", 0, "set"), make("a", "/bin/x", 0, "set")};
  for (Finding &F : Findings)
    F.At.Column = 0;
  Findings[3].Function = "another";
  findings::normalize(Findings);
  EXPECT_EQ(Findings.size(), 3u);
}

TEST(Normalize, AnyOrderGivesTheSame) {
  std::vector<Finding> A = {make("b", "/x/b.c", 4), make("a", "/x/a.c", 9), make("a", "/x/a.c", 2),
                            make("b", "/x/a.c", 2)};
  std::vector<Finding> B = A;
  std::reverse(B.begin(), B.end());
  findings::normalize(A);
  findings::normalize(B);
  ASSERT_EQ(A.size(), 4u);
  for (size_t I = 0; I != A.size(); ++I) {
    EXPECT_EQ(A[I].At, B[I].At);
    EXPECT_EQ(A[I].Rule, B[I].Rule);
  }
  EXPECT_EQ(A[0].At.Line, 2u);
  EXPECT_EQ(A[3].At.File, "/x/b.c");
}

TEST(Normalize, OneAPlaceTheSurestWithTheOthersEntries) {
  Finding Unsure = make("a", "/x/a.c", 2), Sure = make("a", "/x/a.c", 2), Longer = Sure;
  Unsure.Sure = Confidence::Low;
  Unsure.Witness[0].Function = "other";
  Longer.Witness.push_back(Longer.Witness[0]);
  Longer.Witness[0].Function = "third";
  std::vector<Finding> All = {Unsure, Longer, Sure};
  findings::normalize(All);
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].Sure, Confidence::High);
  EXPECT_EQ(All[0].Witness.size(), 1u);
  EXPECT_EQ(All[0].OtherEntries, (std::vector<std::string>{"other", "third"}));
}

TEST(Identify, SurvivesMovedLinesAndFolders) {
  std::vector<std::string> Before = fingerprints({make("a", "/x/a.c", 2), make("a", "/x/a.c", 5)});
  std::vector<std::string> After = fingerprints({make("a", "/home/y/a.c", 12), make("a", "/home/y/a.c", 15)});
  EXPECT_EQ(Before, After);
  EXPECT_NE(Before[0], Before[1]) << "equal calls in one function are told apart";
}

TEST(Identify, DiffersByWhatIsCalledAndWhere) {
  std::vector<std::string> Prints = fingerprints({make("a", "/x/a.c", 2), make("b", "/x/a.c", 2),
                                                  make("a", "/x/b.c", 2), make("a", "/x/a.c", 3, "gtk_widget_show")});
  std::sort(Prints.begin(), Prints.end());
  EXPECT_EQ(std::unique(Prints.begin(), Prints.end()), Prints.end());
}

TEST(Filter, ByConfidenceRuleFileAndExclusion) {
  auto Left = [](findings::Filter W) {
    std::vector<Finding> All = {make("gtk-a", "/p/a.c", 1), make("qt-b", "/p/sub/b.c", 1), make("qt-b", "/q/b.c", 1)};
    All[0].Sure = Confidence::Low;
    W.Directory = "/p";
    findings::filter(All, W);
    return All.size();
  };
  findings::Filter All, Low, Gtk, OneFile, NotBelow, NotThere;
  Low.AtLeast = Gtk.AtLeast = Confidence::Low;
  Gtk.Checks = llvm::cantFail(Globs::parse("gtk-*"));
  OneFile.Files = {"/q/b.c"};
  NotBelow.Exclude = llvm::cantFail(Globs::parse("sub/*"));
  NotThere.Exclude = llvm::cantFail(Globs::parse("/q/*"));
  EXPECT_EQ(Left(All), 2u);
  EXPECT_EQ(Left(Low), 3u);
  EXPECT_EQ(Left(Gtk), 1u);
  EXPECT_EQ(Left(OneFile), 1u);
  EXPECT_EQ(Left(NotBelow), 1u);
  EXPECT_EQ(Left(NotThere), 1u);
}

TEST(Names, RoundTrip) {
  for (Level L : {Level::Note, Level::Warning, Level::Error})
    EXPECT_EQ(findings::parseLevel(findings::name(L)), L);
  for (Confidence C : {Confidence::Low, Confidence::Medium, Confidence::High})
    EXPECT_EQ(findings::parseConfidence(findings::name(C)), C);
  EXPECT_FALSE(findings::parseLevel("fatal"));
}

} // namespace
