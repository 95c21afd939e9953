// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a run saw against what the analysis found.
#include "findings/Confirm.h"
#include "findings/Findings.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

Finding found(unsigned Line, const char *Callee = "set_text", const char *Rule = "gtk-off-main-thread") {
  Finding F;
  F.Rule = Rule;
  F.At = {"/p/a.c", Line, 3, Line, 30};
  F.Function = "report";
  F.Callee = Callee;
  F.Sure = Confidence::Low;
  F.Assumptions = {"the pointer is called"};
  F.Witness = {{{"/p/a.c", 1, 1, 0, 0}, "thread starts here", "worker"}};
  return F;
}

Finding seen(unsigned Line, const char *Callee = "set_text", uint64_t Count = 2) {
  Finding F = found(Line, Callee);
  F.At = {"/p/a.c", Line, 0, 0, 0};
  F.From = Origin::Run;
  F.Sure = Confidence::High;
  F.Assumptions.clear();
  F.Observed.emplace();
  F.Observed->Count = Count;
  F.Observed->Threads = 1;
  F.Observed->Thread = "scanner";
  return F;
}

std::vector<Finding> confirmed(std::vector<Finding> Findings, std::vector<Finding> Seen,
                               const char *Source = "1\n2\n  set_text(l, 1);\n4\n  set_text(l, 2);\n6\n") {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/p/a.c", 0, MemoryBuffer::getMemBuffer(Source));
  SourceText Sources(FS);
  findings::normalize(Findings);
  findings::identify(Findings);
  findings::identify(Seen);
  findings::confirm(Findings, Seen, Sources);
  return Findings;
}

std::string told(const std::vector<Finding> &Findings) {
  std::string Text;
  for (const Finding &F : Findings)
    Text += std::to_string(F.At.Line) + " " + findings::name(F.From).str() + "; ";
  return Text;
}

TEST(Confirm, TheCallItself) {
  auto Result = confirmed({found(3), found(5)}, {seen(5)});
  EXPECT_EQ(told(Result), "3 analysis; 5 both; ");
  EXPECT_EQ(Result[0].Sure, Confidence::Low);
  EXPECT_EQ(Result[1].Sure, Confidence::High);
  EXPECT_TRUE(Result[1].Assumptions.empty());
  EXPECT_EQ(findings::observedText(Result[1]), "confirmed by a run: 2 calls on thread 'scanner'");
  EXPECT_EQ(findings::observedText(Result[0]), "");
}

TEST(Confirm, AnyLineOfTheCall) {
  Finding F = found(3);
  F.At.EndLine = 4;
  EXPECT_EQ(told(confirmed({F}, {seen(4)})), "3 both; ");
}

TEST(Confirm, OfTwoCallsInALineTheOneWithTheCallee) {
  Finding Second = found(3, "set_markup");
  Second.At.Column = 40;
  auto Result = confirmed({found(3), Second}, {seen(3, "set_markup")});
  EXPECT_EQ(Result[0].From, Origin::Analysis);
  EXPECT_EQ(Result[1].From, Origin::Both);
}

TEST(Confirm, WhatTheToolkitCalledForIt) {
  auto Result = confirmed({found(3, "g_object_set")}, {seen(3, "set_text")});
  ASSERT_EQ(told(Result), "3 both; ");
  EXPECT_EQ(findings::observedText(Result[0]), "confirmed by a run: 2 calls of set_text() on thread 'scanner'");
}

TEST(Confirm, AnotherRuleIsAnotherFinding) {
  EXPECT_EQ(told(confirmed({found(3, "set_text", "gdk-lock")}, {seen(3)})), "3 run; 3 analysis; ");
}

TEST(Confirm, AnotherCallInTheFunctionIsSeenByTheRunOnly) {
  auto Result = confirmed({found(3)}, {seen(5)});
  EXPECT_EQ(told(Result), "3 analysis; 5 run; ");
  EXPECT_NE(Result[0].Fingerprint, Result[1].Fingerprint);
  EXPECT_EQ(findings::observedText(Result[1]), "seen in a run: 2 calls on thread 'scanner'");
}

TEST(Confirm, SourceEditedSinceTheRun) {
  EXPECT_EQ(told(confirmed({found(3), found(5)}, {seen(6)})), "3 analysis; 5 both; ") << "the nearest";
  EXPECT_EQ(told(confirmed({found(3)}, {seen(900)})), "3 both; ");
  EXPECT_EQ(told(confirmed({found(3)}, {seen(6, "set_markup")})), "3 analysis; 6 run; ");
}

TEST(Confirm, ProgramWithoutDebugInformation) {
  Finding Bare = seen(0);
  Bare.At.File = "/usr/bin/app";
  EXPECT_EQ(told(confirmed({found(3)}, {Bare})), "3 both; ");
  Bare.Function = "report.isra.0";
  EXPECT_EQ(told(confirmed({found(3)}, {Bare})), "3 both; ");
  Bare.Function = "";
  EXPECT_EQ(told(confirmed({found(3)}, {Bare})), "3 analysis; 0 run; ");
}

TEST(Confirm, BuiltInAnotherPlace) {
  Finding Elsewhere = seen(3);
  Elsewhere.At.File = "/builds/42/a.c";
  EXPECT_EQ(told(confirmed({found(3)}, {Elsewhere})), "3 both; ");
  Elsewhere.At.File = "/builds/42/b.c";
  EXPECT_EQ(told(confirmed({found(3)}, {Elsewhere})), "3 run; 3 analysis; ");
}

TEST(Confirm, SeveralRunsAddUp) {
  EXPECT_EQ(findings::observedText(confirmed({found(3)}, {seen(3, "set_text", 2), seen(3, "set_markup", 5)})[0]),
            "confirmed by a run: 7 calls on thread 'scanner'");
  auto Result = confirmed({}, {seen(3, "set_text", 2), seen(3, "set_text", 5)});
  ASSERT_EQ(Result.size(), 1u);
  EXPECT_EQ(findings::observedText(Result[0]), "seen in a run: 7 calls on thread 'scanner'");
}

TEST(Confirm, TextOfStalls) {
  Finding F = seen(3);
  F.Observed->IsStall = true;
  F.Observed->WorstMs = 500;
  F.Observed->TotalMs = 800;
  EXPECT_EQ(findings::observedText(F), "seen in a run: 2 stalls, at worst 500 ms, 800 ms in all");
  F.Observed->Count = 0;
  EXPECT_EQ(findings::observedText(F), "");
  F.Observed->Unfinished = true;
  EXPECT_EQ(findings::observedText(F), "seen in a run: stalled when the program ended");
}

} // namespace
