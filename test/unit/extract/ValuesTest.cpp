// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values: what is looked through, what is stored where.
#include "test/unit/extract/TestUnit.h"

using namespace offmain;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char *MoveAndFunction =
    "namespace std { template <class T> struct rr { using t = T; }; template <class T> struct rr<T &> { using t = T; };"
    "template <class T> typename rr<T>::t &&move(T &&v) { return static_cast<typename rr<T>::t &&>(v); }"
    "template <class S> class function; template <class R, class... A> class function<R(A...)> { public: function();"
    " template <class F> function(F f); function(const function &); ~function(); R operator()(A...) const; }; }";

TestUnit withStd() {
  TestUnit U;
  U.Headers["/usr/include/small.h"] = MoveAndFunction;
  return U;
}

TEST(Values, LambdaCaptures) {
  std::string All = TestUnit().facts(R"(
    struct S { int n; void m(int a, int b) { auto l = [a, &b, this, c = n] { use(a, b, c); h(); }; l(); }
               void use(int, int, int); void h(); };)");
  std::string L = TestUnit::section(All, "lambda in S::m");
  EXPECT_THAT(L, HasSubstr("captured0 a = param0 by copy\n"));
  EXPECT_THAT(L, HasSubstr("captured1 b = param1 by reference\n"));
  EXPECT_THAT(L, HasSubstr("captured2 this = this by reference\n"));
  EXPECT_THAT(L, HasSubstr("captured3 c = this.S::n by copy\n"));
  EXPECT_THAT(L, HasSubstr("call this->S::use(captured0, captured1, captured3)\n"));
  std::string M = TestUnit::section(All, "S::m");
  EXPECT_THAT(M, HasSubstr("store l = lambda lambda in S::m\n"));
  EXPECT_THAT(M, HasSubstr("call l->lambda in S::m() operator\n"));
}

TEST(Values, NestedLambdaCapturesACapture) {
  std::string All = TestUnit().facts("void u(int); void f(int a) { auto o = [a] { auto i = [a] { u(a); }; i(); }; o(); }");
  EXPECT_THAT(All, HasSubstr("captured0 a = param0 by copy\n"));
  EXPECT_THAT(All, HasSubstr("captured0 a = captured0 by copy\n"));
}

TEST(Values, StdFunctionFromLambda) {
  TestUnit U = withStd();
  std::string F = U.body("#include <small.h>\nvoid run(std::function<void()>);"
                         "void f() { std::function<void()> g = [] {}; run([] {}); run(std::move(g)); g(); }",
                         "f");
  EXPECT_THAT(F, HasSubstr("call g->std::function::function(lambda lambda in f) constructor\n"));
  EXPECT_THAT(F, HasSubstr("store g = result of std::function::function\n"));
  EXPECT_THAT(F, HasSubstr("call std::function::function(lambda lambda in f) constructor\n"));
  EXPECT_THAT(F, HasSubstr("call run(g)\n"));
  EXPECT_THAT(F, HasSubstr("call g->std::function::operator()() operator\n"));
}

TEST(Values, LambdaAsFunctionPointer) {
  std::string F = TestUnit().body("void run(void (*)()); void f() { run([] {}); run(+[] {}); }", "f");
  EXPECT_THAT(F, HasSubstr("call run(lambda lambda in f)\n"));
  EXPECT_THAT(F, Not(HasSubstr("operator void")));
}

TEST(Values, FunctionsAndMembers) {
  std::string F = TestUnit().body("struct S { void m(); int d; }; void g(); void t(...);"
                                  "void f() { t(g, &g, *g, &S::m, &S::d); }",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call t(&g, &g, &g, member S::m, member S::d)\n"));
}

TEST(Values, FieldsElementsAndAddresses) {
  std::string F = TestUnit().body(R"(
    struct N { N *next; int a[4]; }; int *g[3]; void t(void *); void u(int *);
    void f(N *n, int i) { t(n->next->next); t(&n->next); u(g[1]); u(g[i]); u(n->a); })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call t(param0.N::next.N::next)\n"));
  EXPECT_THAT(F, HasSubstr("call t(&param0.N::next)\n"));
  EXPECT_THAT(F, HasSubstr("call u(::g[1])\n"));
  EXPECT_THAT(F, HasSubstr("call u(::g[param1])\n"));
}

TEST(Values, Stores) {
  std::string F = TestUnit().body(R"(
    enum M { Off, Thread }; struct S { M mode; void (*cb)(); }; S *g; void h();
    void f(S *s, S **out) { s->mode = Thread; s->cb = h; g = s; *out = s; s->cb = nullptr; })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("store param0.S::mode = Thread\n"));
  EXPECT_THAT(F, HasSubstr("store param0.S::cb = &h\n"));
  EXPECT_THAT(F, HasSubstr("store ::g = param0\n"));
  EXPECT_THAT(F, HasSubstr("store param1[0] = param0\n"));
  EXPECT_THAT(F, HasSubstr("store param0.S::cb = null\n"));
}

TEST(Values, FunctionPointerInStructTable) {
  TestUnit U;
  U.File = "/src/t.c";
  U.Flags = {"cc"};
  std::string I = U.body("typedef struct { const char *name; void (*fn)(void); int n; } Op; static void a(void) {}"
                         "static const Op ops[] = { { \"x\", a, 1 }, { .fn = a } };"
                         "static void (*table[2])(void) = { a, 0 };"
                         "void f(void) { Op l = { .fn = a }; l.fn(); ops[0].fn(); table[1](); }",
                         "(static initializers)");
  EXPECT_THAT(I, HasSubstr("store ::ops[0].Op::name = \"x\"\n"));
  EXPECT_THAT(I, HasSubstr("store ::ops[0].Op::fn = &a\n"));
  EXPECT_THAT(I, HasSubstr("store ::ops[1].Op::fn = &a\n"));
  EXPECT_THAT(I, HasSubstr("store ::table[0] = &a\n"));
  EXPECT_THAT(I, Not(HasSubstr("Op::n ")));
  std::string F = U.body("typedef struct { void (*fn)(void); } Op; void a(void); void f(void) { Op l = { .fn = a }; l.fn(); }",
                         "f");
  EXPECT_THAT(F, AllOf(HasSubstr("store l.Op::fn = &a\n"), HasSubstr("call *l.Op::fn()\n")));
}

TEST(Values, StaticInitialisersCall) {
  std::string I = TestUnit().body("struct S { S(int); ~S(); }; int make(); S g(4); int n = make(); const int k = 3;",
                                  "(static initializers)");
  EXPECT_THAT(I, HasSubstr("call ::g->S::S(4) constructor\n"));
  EXPECT_THAT(I, HasSubstr("call make()\n"));
  EXPECT_THAT(I, HasSubstr("store ::n = result of make\n"));
  EXPECT_THAT(I, Not(HasSubstr("::k")));
}

TEST(Values, StaticAndThreadLocals) {
  std::string All = TestUnit().facts("int make(); int f() { static int s = make(); thread_local int t = make(); return s; }");
  EXPECT_THAT(All, HasSubstr("store ::f::s = result of make\n"));
  EXPECT_THAT(All, HasSubstr("store ::f::t = result of make\n"));
  EXPECT_THAT(All, HasSubstr("threadlocal"));
}

TEST(Values, RangeFor) {
  std::string F = TestUnit().body(R"(
    struct It { int *&operator*(); It &operator++(); bool operator!=(const It &); };
    struct C { It begin(); It end(); }; void u(int *);
    void f(C &c) { int *a[3]; for (int *x : c) u(x); for (int *y : a) u(y); })",
                                  "f");
  EXPECT_THAT(F, HasSubstr("store __begin1 = result of C::begin\n"));
  EXPECT_THAT(F, HasSubstr("store x = result of It::operator*\n"));
  EXPECT_THAT(F, HasSubstr("store y = a[none]\n"));
}

TEST(Values, RecordThroughCasts) {
  TestUnit U;
  U.File = "/src/t.c";
  U.Flags = {"cc"};
  std::string F = U.body("typedef struct _W W; struct _W { int i; }; void *make(void); void g(W *); int t(void *d);"
                         "int t(void *d) { W *w = (W *)d; return w->i; }",
                         "t");
  EXPECT_THAT(F, HasSubstr("store w = param0\n"));
  EXPECT_THAT(F, HasSubstr("return w.W::i\n"));
}

TEST(Values, SelectAndEnumMask) {
  std::string F = TestUnit().body("enum C { Auto, Direct, Queued, Unique = 128 }; void t(int); void u(void *);"
                                  "void f(bool b, int *x, int *y) { t(Queued | Unique); u(b ? x : y); t(b ? Direct : Queued); }",
                                  "f");
  EXPECT_THAT(F, HasSubstr("call t(130)\n"));
  EXPECT_THAT(F, HasSubstr("u((param1 else param2))"));
}

TEST(Values, StringsEndAtNul) {
  std::string F = TestUnit().body("void t(const char *); void f() { t(\"2clicked()\" \"\\0\" \"t.cpp:7\"); }", "f");
  EXPECT_THAT(F, HasSubstr("call t(\"2clicked()\")\n"));
}

TEST(Values, OutsideComparisonIsAComparison) {
  TestUnit U;
  U.Headers["/usr/include/kit.h"] = "struct Id { int i; }; Id self(); bool operator==(Id, Id);";
  std::string F = U.body("#include <kit.h>\nbool f(Id m) { return self() == m; } bool g(Id m) { return self() != m; }", "f");
  EXPECT_THAT(F, HasSubstr("return (result of self == param0)\n"));
}

TEST(Values, OffsetOf) {
  TestUnit U;
  U.File = "/src/t.c";
  U.Flags = {"cc"};
  std::string F = U.body("typedef struct { int a; void (*changed)(void); } K; void t(int);"
                         "void f(void) { t((int)__builtin_offsetof(K, changed)); }",
                         "f");
  EXPECT_THAT(F, HasSubstr("call t(offsetof K::changed)\n"));
}

// A duration is its nanoseconds, whatever it is written with; one that is no constant stays what it is.
TEST(Values, Durations) {
  TestUnit U;
  std::string F = U.body("namespace std { template <long N, long D = 1> struct ratio {};\n"
                         "namespace chrono { template <class Rep, class Period = ratio<1>> struct duration {\n"
                         "  Rep count; constexpr explicit duration(Rep c) : count(c) {}\n"
                         "  constexpr duration operator+(duration o) const { return duration(count + o.count); } }; } }\n"
                         "using ms = std::chrono::duration<long, std::ratio<1, 1000>>; using s = std::chrono::duration<int>;\n"
                         "constexpr ms operator\"\"_ms(unsigned long long n) { return ms(n); }\n"
                         "void t(ms); void u(s);\n"
                         "void f(long n) { t(ms(20)); t(5_ms + 1_ms); u(s(2)); t(ms(n)); }",
                         "f");
  EXPECT_THAT(F, HasSubstr("call t(20000000)\n"));
  EXPECT_THAT(F, HasSubstr("call t(6000000)\n"));
  EXPECT_THAT(F, HasSubstr("call u(2000000000)\n"));
  EXPECT_THAT(F, Not(HasSubstr("call t(0)\n")));
}

} // namespace
