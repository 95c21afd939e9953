// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions, records, variables: names, flags, relations.
#include "test/unit/extract/TestUnit.h"

using namespace offmain;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

namespace {

TEST(Entities, AnnotationsByAccessSpecifierAndByFunction) {
  TestUnit U;
  // The hooks by which some headers let tools see their keywords; the tool predefines them.
  std::string All = U.facts(R"(
    #ifndef QT_ANNOTATE_ACCESS_SPECIFIER
    #define QT_ANNOTATE_ACCESS_SPECIFIER(x)
    #endif
    #define slots QT_ANNOTATE_ACCESS_SPECIFIER(qt_slot)
    #define signals public QT_ANNOTATE_ACCESS_SPECIFIER(qt_signal)
    class W { public: void plain(); QT_ANNOTATE_FUNCTION(qt_invokable) void inv();
      signals: void done(int); void other();
      public slots: void run(); 
      private: void hidden(); };
    void W::run() {})");
  EXPECT_THAT(All, ContainsRegex("function W::done\\(int\\).* annotated qt_signal\n"));
  EXPECT_THAT(All, ContainsRegex("function W::other\\(\\).* annotated qt_signal\n"));
  EXPECT_THAT(All, ContainsRegex("function W::run\\(\\).* annotated qt_slot\n"));
  EXPECT_THAT(All, ContainsRegex("function W::inv\\(\\).* annotated qt_invokable\n"));
  EXPECT_THAT(All, Not(HasSubstr("W::plain")));
  EXPECT_THAT(All, Not(HasSubstr("W::hidden")));
}

TEST(Entities, OverridesAreTransitive) {
  std::string All = TestUnit().facts("struct A { virtual void v(); }; struct B : A { void v() override; };"
                                     "struct C : B { void v() override {} };");
  EXPECT_THAT(All, ContainsRegex("function C::v\\(\\).*overrides B::v, A::v"));
}

TEST(Entities, FirstMemberOfACStruct) {
  TestUnit U;
  U.File = "/src/t.c";
  U.Flags = {"cc"};
  std::string All = U.facts("typedef struct _Base { int i; } Base; typedef struct _Win { Base parent; int x; } Win;"
                            "void f(Win *w) { w->x = 1; }");
  EXPECT_THAT(All, ContainsRegex("record Win.*first member Base"));
  EXPECT_THAT(All, HasSubstr("store param0.Win::x = 1"));
}

TEST(Entities, TemplateInstancesOfTheProjectHaveBodies) {
  std::string All = TestUnit().facts("void gui(int); template <class T> struct Box { void put(T t) { t(); gui(1); } };"
                                     "template <class F> void each(F f) { f(); gui(2); }"
                                     "struct A { void operator()(); };"
                                     "void f(A a) { Box<A> b; b.put(a); each(a); each([] { gui(3); }); }");
  EXPECT_THAT(All, ContainsRegex("function Box::put\\(A\\).*templateinstance"));
  EXPECT_THAT(All, HasSubstr("call gui(1) intemplate"));
  EXPECT_THAT(All, ContainsRegex("function each\\(A\\)"));
  EXPECT_THAT(All, HasSubstr("call gui(3)"));
}

TEST(Entities, GenericLambdas) {
  std::string All = TestUnit().facts("void gui(int); void other(int); template <class F> void each(F f) { f(1); }"
                                     "void f() { each([](auto x) { gui(x); }); [](auto) { other(2); }; }");
  EXPECT_THAT(All, HasSubstr("call gui(param0)"));
  EXPECT_THAT(All, HasSubstr("call other(2)")); // never instantiated: its pattern
}

TEST(Entities, OutsideTemplatesAreFolded) {
  TestUnit U;
  U.Headers["/usr/include/kit.h"] = "template <class T> struct vec { void push(T); }; template <class T> void go(T);";
  std::string All = U.facts("#include <kit.h>\nvoid f(vec<int> a, vec<char> b) { a.push(1); b.push(2); go(1); go('c'); }");
  auto First = All.find("function vec::push(");
  ASSERT_NE(First, std::string::npos);
  EXPECT_EQ(All.find("function vec::push(", First + 1), std::string::npos);
  auto Go = All.find("function go(");
  EXPECT_EQ(All.find("function go(", Go + 1), std::string::npos);
}

TEST(Entities, NamesLeaveOutUnnamedAndInlineNamespaces) {
  std::string All = TestUnit().facts("namespace a { inline namespace v1 { namespace { struct S { void m() {} }; }"
                                     "void g() {} } } void f() { a::S().m(); }");
  EXPECT_THAT(All, HasSubstr("function a::S::m("));
  EXPECT_THAT(All, HasSubstr("function a::g("));
}

TEST(Entities, OutsideBodiesAreSkipped) {
  TestUnit U;
  U.Headers["/usr/include/kit.h"] = "void deep(); inline void thing() { deep(); }";
  std::string All = U.facts("#include <kit.h>\nvoid f() { thing(); }");
  EXPECT_THAT(All, ContainsRegex("function thing\\(\\).*outside"));
  EXPECT_THAT(All, Not(HasSubstr("deep")));
}

TEST(Entities, ProjectHeadersAreInside) {
  TestUnit U;
  U.Headers["/src/own.h"] = "void gui(); inline void thing() { gui(); }";
  std::string All = U.facts("#include \"own.h\"\n");
  EXPECT_THAT(TestUnit::section(All, "thing"), HasSubstr("call gui()"));
  EXPECT_THAT(U.Result.Reads, testing::Contains("/src/own.h"));
  EXPECT_THAT(U.Result.Reads, testing::Contains("/src/t.cpp"));
}

TEST(Entities, SourcesShippedUnderUsrAreInside) {
  TestUnit U;
  U.File = "/usr/lib/kit/examples/one/main.cpp";
  U.Headers["/usr/lib/kit/examples/shared/own.h"] = "void gui(); inline void thing() { gui(); }";
  EXPECT_THAT(U.body("#include \"../shared/own.h\"\nvoid f() { thing(); }", "thing"), HasSubstr("call gui()"));
}

TEST(Entities, CapabilityAttributes) {
  std::string All = TestUnit().facts("struct __attribute__((capability(\"role\"))) R {} ui;"
                                     "void f() __attribute__((requires_capability(ui))) {}"
                                     "__attribute__((annotate(\"offmain::worker\"))) void g() {}");
  EXPECT_THAT(All, ContainsRegex("function f\\(\\).*annotated requires_capability\\(ui\\)"));
  EXPECT_THAT(All, ContainsRegex("function g\\(\\).*annotated offmain::worker"));
}

TEST(Entities, InternalFunctionsOfTwoFilesDiffer) {
  auto UsrOf = [](const char *File) {
    TestUnit U;
    U.File = File;
    U.facts("static void h() {} void f() { h(); }");
    auto Unit = facts::open(llvm::MemoryBuffer::getMemBufferCopy(U.Result.Facts, "t"));
    std::map<std::string, uint64_t> Usrs;
    for (uint32_t I = 0; Unit && I != Unit->functionCount(); ++I)
      Usrs[Unit->string(Unit->function(I).name()).str()] = Unit->function(I).usr();
    return Usrs;
  };
  auto A = UsrOf("/src/a.cpp"), B = UsrOf("/src/b.cpp");
  EXPECT_EQ(A["f"], B["f"]);
  EXPECT_NE(A["h"], B["h"]);
}

TEST(Entities, CallableParameters) {
  TestUnit U;
  U.facts("struct Fn { void operator()(); }; void f(void (*p)(), Fn g, int n, int *q) {}");
  auto Unit = facts::open(llvm::MemoryBuffer::getMemBufferCopy(U.Result.Facts, "t"));
  ASSERT_TRUE(static_cast<bool>(Unit));
  std::vector<bool> Callable;
  for (uint32_t I = 0; I != Unit->functionCount(); ++I)
    if (Unit->string(Unit->function(I).name()) == "f")
      for (uint32_t P = 0; P != Unit->function(I).params_count(); ++P)
        Callable.push_back(Unit->params()[Unit->function(I).params_begin() + P].flags() &
                           static_cast<uint32_t>(facts::ParamFlag::Callable));
  EXPECT_EQ(Callable, (std::vector<bool>{true, true, false, false}));
}

} // namespace
