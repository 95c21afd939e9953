// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Broken sources and commands: as much as can be had, never a crash.
#include "test/unit/extract/TestUnit.h"

using namespace offmain;
using testing::HasSubstr;

namespace {

TEST(Robust, MissingHeaderDoesNotSilenceTheRest) {
  TestUnit U;
  std::string F = U.body("#include <nowhere/at_all.h>\nvoid gui(); void f() { gui(); }", "f");
  EXPECT_THAT(F, HasSubstr("call gui()"));
  EXPECT_EQ(U.Result.Errors, 1u);
}

TEST(Robust, BrokenCode) {
  TestUnit U;
  std::string All = U.facts("void gui(int); struct S : Nope { void m() { gui(1); undeclared(2); } };"
                            "void f() { gui(3); nothing.here(gui(4)); Unknown x = make(); gui(5); }"
                            "template <class T> void t(T) { T::x(; }\nvoid g() { gui(6); ");
  EXPECT_GT(U.Result.Errors, 3u);
  EXPECT_THAT(All, HasSubstr("call gui(3)"));
  EXPECT_THAT(All, HasSubstr("call gui(5)"));
}

TEST(Robust, MissingSourceAndDirectory) {
  TestUnit U;
  ExtractRequest R = U.request();
  R.File = "/src/absent.cpp";
  EXPECT_THAT(extract(R, U.files("")).FatalMessage, HasSubstr("/src/absent.cpp"));
  R = U.request();
  R.Directory = "/no/such/directory";
  EXPECT_THAT(extract(R, U.files("")).FatalMessage, HasSubstr("/no/such/directory"));
}

TEST(Robust, NotASource) {
  TestUnit U;
  U.File = "/src/t.s";
  EXPECT_NE(extract(U.request(), U.files("nop\n")).FatalMessage, "");
}

TEST(Robust, EmptySource) {
  TestUnit U;
  EXPECT_THAT(U.facts(""), HasSubstr("unit /src/t.cpp"));
}

TEST(Robust, UnknownProcessorIsIgnored) {
  TestUnit U;
  U.Flags = {"cc", "-march=zx81"};
  U.File = "/src/t.c";
  EXPECT_THAT(U.body("void g(void); void f(void) { g(); }", "f"), HasSubstr("call g()"));
  EXPECT_FALSE(U.Result.Notes.empty());
}

TEST(Robust, DeepExpressions) {
  std::string Source = "struct O { O &operator<<(int); }; void f(O &o) { o";
  for (int I = 0; I != 3000; ++I)
    Source += " << 1";
  Source += "; bool b = true";
  for (int I = 0; I != 2000; ++I)
    Source += " && f2()";
  Source += "; }";
  TestUnit U;
  EXPECT_THAT(U.body("bool f2(); " + Source, "f"), HasSubstr("operator<<"));
}

TEST(Robust, SameSourceSameBytes) {
  TestUnit A, B;
  const char *Source = "struct S { virtual void v(); }; void f(S *s) { s->v(); auto l = [s] { s->v(); }; l(); }";
  A.facts(Source);
  B.facts(Source);
  EXPECT_EQ(A.Result.Facts, B.Result.Facts);
}

} // namespace
