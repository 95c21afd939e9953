// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Control flow: conditions and which way is true.
#include "test/unit/extract/TestUnit.h"

using namespace offmain;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

namespace {

/// The block that follows when the condition `Text` holds, or does not.
std::string blockAfter(const std::string &Body, const std::string &Text, bool Taken) {
  size_t At = Body.find("if " + Text + " goto ");
  if (At == std::string::npos)
    return "no condition '" + Text + "' in\n" + Body;
  At += Text.size() + 9;
  std::string Then = Body.substr(At, Body.find(' ', At) - At);
  size_t ElseAt = Body.find("else ", At) + 5;
  std::string Else = Body.substr(ElseAt, Body.find('\n', ElseAt) - ElseAt);
  std::string Wanted = "\n  " + (Taken ? Then : Else) + ": ";
  std::string Out;
  for (size_t P = Body.find(Wanted); P != std::string::npos; P = Body.find(Wanted, P + 1))
    Out += Body.substr(P + 1, Body.find('\n', P + 1) - P);
  return Out;
}

TEST(Flow, Negation) {
  std::string F = TestUnit().body("bool isMain(); void post(); void gui(); void f() { if (!isMain()) { post(); return; } gui(); }", "f");
  EXPECT_THAT(blockAfter(F, "result of isMain", true), HasSubstr("call gui()"));
  EXPECT_THAT(blockAfter(F, "result of isMain", false), HasSubstr("call post()"));
}

TEST(Flow, AndWithNegation) {
  std::string F = TestUnit().body("bool a(); bool b(); void t(); void e(); void f() { if (!a() && b()) t(); else e(); }", "f");
  EXPECT_THAT(blockAfter(F, "result of a", true), HasSubstr("call e()"));
  EXPECT_THAT(blockAfter(F, "result of a", false), HasSubstr("call b()"));
  EXPECT_THAT(blockAfter(F, "result of b", true), HasSubstr("call t()"));
  EXPECT_THAT(blockAfter(F, "result of b", false), HasSubstr("call e()"));
}

TEST(Flow, NegatedConjunctionIsOneCondition) {
  std::string F = TestUnit().body("bool a(); bool b(); void t(); void e(); void f() { if (!(a() && b())) t(); else e(); }", "f");
  EXPECT_THAT(blockAfter(F, "(result of a && result of b)", true), HasSubstr("call e()"));
  EXPECT_THAT(blockAfter(F, "(result of a && result of b)", false), HasSubstr("call t()"));
}

TEST(Flow, Comparisons) {
  std::string F = TestUnit().body("struct T; T *self(); T *main_(); void t(); void e(); void f() { if (self() != main_()) t(); else e(); }", "f");
  EXPECT_THAT(blockAfter(F, "(result of self != result of main_)", true), HasSubstr("call t()"));
}

TEST(Flow, ComparisonWithZeroIsPeeled) {
  std::string F = TestUnit().body("int a(); void t(); void e(); void f() { if (a() == 0) t(); else e(); }", "f");
  EXPECT_THAT(blockAfter(F, "result of a", true), HasSubstr("call e()"));
  EXPECT_THAT(blockAfter(F, "result of a", false), HasSubstr("call t()"));
}

TEST(Flow, ExpectIsLookedThrough) {
  std::string F = TestUnit().body("bool a(); void t(); void e(); void f() { if (__builtin_expect(!!(a()), 1)) t(); else e(); }", "f");
  EXPECT_THAT(blockAfter(F, "result of a", true), HasSubstr("call t()"));
}

TEST(Flow, LoopsAndSwitch) {
  std::string F = TestUnit().body("bool more(); void t(); void u(); void f(int n) { while (more()) t();"
                                  "switch (n) { case 1: t(); break; case 2: u(); } }",
                                  "f");
  EXPECT_THAT(blockAfter(F, "result of more", true), HasSubstr("call t()"));
  EXPECT_THAT(F, ContainsRegex("goto b[0-9]+, b[0-9]+, b[0-9]+"));
}

TEST(Flow, SwitchOverOutcomesIsAChainOfTests) {
  std::string F = TestUnit().body("int a(); void t(); void u(); void e(); void f() { switch (a()) { case 0: t(); break; "
                                  "case -1: u(); break; default: e(); } }",
                                  "f");
  EXPECT_THAT(blockAfter(F, "(result of a == -1)", true), HasSubstr("call u()"));
  EXPECT_THAT(blockAfter(F, "result of a", false), HasSubstr("call t()"));
  EXPECT_THAT(blockAfter(F, "result of a", true), HasSubstr("call e()"));
}

TEST(Flow, SignTests) {
  std::string F = TestUnit().body("int a(); void t(); void e(); void f() { int p = a(); if (p > 0) t(); else if (p >= 0) e(); }", "f");
  EXPECT_THAT(blockAfter(F, "(0 < p)", true), HasSubstr("call t()"));
  EXPECT_THAT(blockAfter(F, "(p < 0)", false), HasSubstr("call e()"));
}

TEST(Flow, OtherComparisonsAreNoConditions) {
  std::string F = TestUnit().body("int a(); void t(); void e(); void f() { if (a() > 7) t(); else e(); }", "f");
  EXPECT_THAT(F, Not(HasSubstr(" if ")));
}

TEST(Flow, NoReturnEndsABlock) {
  std::string F = TestUnit().body("[[noreturn]] void die(); void t(); void f(bool b) { if (!b) die(); t(); }", "f");
  EXPECT_THAT(blockAfter(F, "param0", true), HasSubstr("call t()"));
  EXPECT_THAT(blockAfter(F, "param0", false), Not(HasSubstr("call t()")));
}

TEST(Flow, HandlersAreReached) {
  TestUnit U;
  std::string F = U.body("void t(); void c(); void e(); void f() { try { t(); } catch (int) { c(); } e(); }", "f");
  EXPECT_THAT(F, HasSubstr("call t()\n"));
  EXPECT_THAT(F, HasSubstr("call c()\n"));
  EXPECT_THAT(F, ContainsRegex("b0: goto b[0-9]+, b[0-9]+"));
}

TEST(Flow, DeadCodeIsLeftOut) {
  EXPECT_THAT(TestUnit().body("void t(); void f() { if (false) t(); }", "f"), Not(HasSubstr("call t")));
}

TEST(Flow, ReturnOfAPredicate) {
  std::string F = TestUnit().body("struct T; T *self(); extern T *ui; bool f(bool b) { return b && self() == ui; }", "f");
  EXPECT_THAT(F, HasSubstr("return (param0 && (result of self == ::ui))\n"));
}

TEST(Flow, BlocksOfApple) {
  TestUnit U;
  U.File = "/src/t.c";
  U.Flags = {"cc", "-fblocks"};
  std::string All = U.facts("void run(void (^)(void)); void g(int); void f(int a) { run(^{ g(a); }); }");
  EXPECT_THAT(TestUnit::section(All, "f"), HasSubstr("call run(lambda lambda in f)\n"));
  EXPECT_THAT(TestUnit::section(All, "lambda in f"), HasSubstr("call g(captured0)\n"));
}

} // namespace
