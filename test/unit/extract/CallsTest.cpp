// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls: callee, receiver, arguments, flags.
#include "test/unit/extract/TestUnit.h"

using namespace offmain;
using testing::HasSubstr;
using testing::Not;

namespace {

TEST(Calls, DirectArguments) {
  std::string F = TestUnit().body("enum M { Slow }; int g; void t(int, const char *, M, int *, void *);"
                                  "void f(int a) { int l = a; t(a, \"s\", Slow, &g, nullptr); t(7, 0, M(), &l, 0); }",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call t(param0, \"s\", Slow, &::g, null)\n"));
  EXPECT_THAT(F, HasSubstr("&l, null)\n"));
}

TEST(Calls, VirtualOnlyWhenDispatched) {
  std::string F = TestUnit().body(R"(
    struct B { virtual ~B(); virtual void v(); void n(); };
    struct L final : B { void v() override; };
    void f(B *p, B o, L *l) { p->v(); p->B::v(); p->n(); o.v(); l->v(); })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call param0->B::v() virtual\n"));
  EXPECT_THAT(F, HasSubstr("call param0->B::v()\n"));
  EXPECT_THAT(F, HasSubstr("call param0->B::n()\n"));
  EXPECT_THAT(F, HasSubstr("call param1->B::v()\n"));
  EXPECT_THAT(F, HasSubstr("call param2->L::v()\n"));
}

TEST(Calls, ConstructorsAndDestructorsInOrderWithEarlyReturn) {
  std::string F = TestUnit().body(R"(
    struct A { A(int); ~A(); };
    int f(bool b) { A x(1); if (b) return 1; A y(2); return 2; })",
                                  "f");
  size_t Early = F.find("return 1"), Late = F.find("return 2");
  ASSERT_NE(Early, std::string::npos);
  ASSERT_NE(Late, std::string::npos);
  EXPECT_THAT(F, HasSubstr("call x->A::A(1) constructor\n"));
  EXPECT_THAT(F.substr(Late), HasSubstr("call y->A::~A() destructor implicit\n  b"));
  // After `return 1` only x dies; after `return 2` first y, then x.
  EXPECT_LT(F.find("y->A::~A", Late), F.find("x->A::~A", Late));
  std::string AfterEarly = F.substr(Early, F.find("\n  b", F.find("\n", Early) + 1) - Early);
  EXPECT_THAT(AfterEarly, HasSubstr("x->A::~A"));
  EXPECT_THAT(AfterEarly, Not(HasSubstr("y->A::~A")));
}

TEST(Calls, BasesAndMembersOfConstructorsAndDestructors) {
  std::string All = TestUnit().facts(R"(
    struct M { M(int); ~M(); }; struct B { B(); virtual ~B(); };
    struct D : B { M m; M n; D() : m(1), n(2) {} ~D() { } };
    void f() { D d; })");
  std::string C = TestUnit::section(All, "D::D"), X = TestUnit::section(All, "D::~D");
  EXPECT_THAT(C, HasSubstr("call this->B::B() constructor implicit baseinit\n"));
  EXPECT_THAT(C, HasSubstr("call this.D::m->M::M(1) constructor memberinit\n"));
  EXPECT_LT(X.find("this.D::n->M::~M()"), X.find("this.D::m->M::~M()"));
  EXPECT_LT(X.find("this.D::m->M::~M()"), X.find("this->B::~B()"));
}

TEST(Calls, ImplicitDestructorHasABody) {
  std::string X = TestUnit().body("struct M { ~M(); }; struct D { M m; }; void f() { D d; }", "D::~D");
  EXPECT_THAT(X, HasSubstr("call this.D::m->M::~M() destructor implicit\n"));
}

TEST(Calls, NewAndDelete) {
  std::string F = TestUnit().body(R"(
    struct B { B(int); virtual ~B(); }; struct P { int i; };
    void f() { B *b = new B(3); delete b; P *p = new P; delete p; })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call new B->B::B(3) constructor heap\n"));
  EXPECT_THAT(F, HasSubstr("store b = new B\n"));
  EXPECT_THAT(F, HasSubstr("call b->B::~B() virtual destructor delete\n"));
  EXPECT_THAT(F, HasSubstr("store p = new P\n"));
  EXPECT_THAT(F, Not(HasSubstr("P::~P")));
}

TEST(Calls, OutsideGuardsAreSeenToDieButOutsideValuesAreNot) {
  TestUnit U;
  U.Headers["/usr/include/kit.h"] = "struct Guard { Guard(int *); Guard(const Guard &) = delete; ~Guard(); };"
                                    "struct Text { Text(); Text(const Text &); ~Text(); };";
  std::string F = U.body("#include <kit.h>\nvoid f(int *m) { Guard g(m); Text t; }", "f");
  EXPECT_THAT(F, HasSubstr("call g->Guard::Guard(param0) constructor\n"));
  EXPECT_THAT(F, HasSubstr("call g->Guard::~Guard() destructor implicit\n"));
  EXPECT_THAT(F, Not(HasSubstr("Text::~Text")));
}

TEST(Calls, ThroughPointers) {
  std::string F = TestUnit().body(R"(
    struct S { void (*cb)(int); void m(); };
    void f(S *s, void (*p)(), void (S::*q)()) { s->cb(1); (*p)(); p(); (s->*q)(); })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call *param0.S::cb(1)\n"));
  EXPECT_THAT(F, HasSubstr("call *param1()\n"));
  EXPECT_THAT(F, HasSubstr("call param0->*param2()\n"));
}

TEST(Calls, Operators) {
  std::string F = TestUnit().body(R"(
    struct S { S &operator<<(int); void operator()(); int operator[](int); };
    void f(S &s) { s << 1 << 2; s(); s[3]; })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call param0->S::operator<<(1) operator\n"));
  EXPECT_THAT(F, HasSubstr("call result of S::operator<<->S::operator<<(2) resultunused operator\n"));
  EXPECT_THAT(F, HasSubstr("call param0->S::operator()() operator\n"));
  EXPECT_THAT(F, HasSubstr("call param0->S::operator[](3) resultunused operator\n"));
}

TEST(Calls, DefaultArguments) {
  std::string F = TestUnit().body(R"(
    enum T { Auto }; int make(); struct Flags { Flags(T); };
    void c(int, T = Auto, int = make()); void f() { c(1); c(2); })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call make()\n  b0: call c(1, Auto, result of make)\n"));
  EXPECT_THAT(F, HasSubstr("call make()\n  b0: call c(2, Auto, result of make)\n"));
}

TEST(Calls, ResultUnused) {
  std::string F = TestUnit().body("int g(int); void f(bool b) { g(1); int a = g(2); (void)g(3); if (b) g(4); g(5), g(a); }",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call g(1) resultunused\n"));
  EXPECT_THAT(F, HasSubstr("call g(2)\n"));
  EXPECT_THAT(F, HasSubstr("call g(3) resultunused\n"));
  EXPECT_THAT(F, HasSubstr("call g(4) resultunused\n"));
  EXPECT_THAT(F, HasSubstr("call g(5) resultunused\n"));
}

TEST(Calls, PlacesInMacros) {
  TestUnit U;
  U.Places = true;
  std::string F = U.body("void g(int);\n#define INNER(x) g(x)\n#define OUTER(x) INNER(x)\nvoid f() {\n  OUTER(1);\n}\n",
                         "f");
  EXPECT_THAT(F, HasSubstr("call g(1) at 5:3 macro OUTER\n"));
}

TEST(Calls, MemberCallIsPlacedAtItsName) {
  TestUnit U;
  U.Places = true;
  std::string F = U.body("struct S { S *a(); };\nvoid f(S *s) {\n  s->a()\n   ->a();\n}\n", "f");
  EXPECT_THAT(F, HasSubstr("at 3:6\n"));
  EXPECT_THAT(F, HasSubstr("at 4:6 resultunused\n"));
}

TEST(Calls, FactoriesConstruct) {
  TestUnit U;
  U.Headers["/usr/include/kit.h"] =
      "namespace kit { template <class T> struct owner { T *operator->() const; ~owner(); };"
      "template <class T, class... A> owner<T> make_owned(A &&...a) { new T(a...); return {}; } }";
  std::string F = U.body("#include <kit.h>\nstruct W { W(int); void run(); };"
                         "void f() { auto w = kit::make_owned<W>(3); w->run(); }",
                         "f");
  EXPECT_THAT(F, HasSubstr("call new W->W::W(3) constructor heap\n"));
  EXPECT_THAT(F, HasSubstr("store w = new W\n"));
}

TEST(Calls, EachCallOnceWithShortCircuitsAndLoops) {
  std::string F = TestUnit().body("bool a(); bool b(); int n(); void f() { while (a() && !b()) n(); a() || b(); }", "f");
  auto Count = [&](const char *What) {
    size_t N = 0;
    for (size_t At = F.find(What); At != std::string::npos; At = F.find(What, At + 1))
      ++N;
    return N;
  };
  EXPECT_EQ(Count("call a()"), 2u);
  EXPECT_EQ(Count("call b()"), 2u);
  EXPECT_EQ(Count("call n()"), 1u);
}

TEST(Calls, CleanupAttribute) {
  TestUnit U;
  U.File = "/src/t.c";
  U.Flags = {"cc"};
  std::string F = U.body("void drop(int **); int *get(void);"
                         "void f(void) { __attribute__((cleanup(drop))) int *p = get(); }",
                         "f");
  EXPECT_THAT(F, HasSubstr("call drop(&p) implicit\n"));
}

} // namespace
