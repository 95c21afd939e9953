// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Link: what merges, what stays apart, and that the order of units never matters.
#include "link/Link.h"
#include "facts/Builder.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include "gmock/gmock.h"
#include <algorithm>
#include <random>

using namespace llvm;
using namespace offmain;
using facts::Body;
using facts::UnitBuilder;
using facts::UnitView;
using testing::HasSubstr;
using testing::Not;
namespace fb = facts::fb;

namespace {

/// A builder with the little sentences these tests are made of.
class Source {
public:
  explicit Source(std::string Path) : Path(std::move(Path)) { File = B.file(this->Path, false); }

  uint32_t function(StringRef Name) {
    bool IsNew;
    uint32_t F = B.function(xxh3_64bits(Name), IsNew);
    if (IsNew)
      B.functionDef(F).Name = B.string(Name);
    return F;
  }
  uint32_t record(StringRef Name) {
    bool IsNew;
    uint32_t R = B.record(xxh3_64bits(Name), IsNew);
    if (IsNew)
      B.recordDef(R).Name = B.string(Name);
    return R;
  }
  /// Defines `Name` at a line of `In` (this file if none) as a sequence of calls without arguments.
  uint32_t define(StringRef Name, std::vector<StringRef> Calls, unsigned Line = 1, StringRef In = "") {
    uint32_t F = function(Name);
    uint32_t At = In.empty() ? File : B.file(In, false);
    B.functionDef(F).At = UnitBuilder::loc(At, Line, 1);
    Body Code;
    Code.block();
    for (StringRef Callee : Calls) {
      fb::Loc Place = UnitBuilder::loc(At, ++Line, 3);
      uint32_t Arg = B.value(facts::ValueKind::Param, 0);
      Code.call(0, B.site({.At = Place, .End = {}, .Callee = function(Callee), .Args = {Arg}, .Function = F}), Place);
    }
    B.setBody(F, std::move(Code));
    return F;
  }
  UnitView view() {
    auto U = facts::open(MemoryBuffer::getMemBufferCopy(B.finish(Path, 0, "c++"), Path));
    EXPECT_TRUE(!!U) << toString(U.takeError());
    return *U;
  }

  std::string Path;
  UnitBuilder B;
  uint32_t File;
};

std::string listing(const Program &P) {
  std::string Out;
  raw_string_ostream OS(Out);
  print(P, OS);
  return Out;
}

std::vector<FunctionId> named(const Program &P, StringRef Name) {
  std::vector<FunctionId> Out;
  for (uint32_t I = 0; I != P.Functions.size(); ++I)
    if (P.name(FunctionId(I)) == Name)
      Out.push_back(FunctionId(I));
  return Out;
}

std::vector<std::string> callees(const Program &P, FunctionId F) {
  std::vector<std::string> Out;
  for (const Block &B : P.blocks(P[F]))
    for (const Event &E : P.events(B))
      if (E.Kind == EventKind::Call)
        Out.push_back(P.name(P.Sites[E.A].Callee).str());
  return Out;
}

TEST(LinkTest, NoUnits) { EXPECT_TRUE(link({}).Functions.empty()); }

TEST(LinkTest, ADeclarationMeetsItsDefinition) {
  Source A("a.c"), B("b.c");
  A.define("main", {"work"});
  B.define("work", {"sink"});
  Program P = link({A.view(), B.view()});
  ASSERT_EQ(P.Functions.size(), 3u);
  FunctionId Work = named(P, "work")[0];
  EXPECT_TRUE(P[Work].hasBody());
  EXPECT_EQ(P.path(P[Work].At.File), "b.c");
  EXPECT_EQ(callees(P, Work), std::vector<std::string>{"sink"});
  EXPECT_EQ(P.Sites.size(), 2u);
}

TEST(LinkTest, OneBodyOfAnInlineFunctionTheLongerOne) {
  Source A("a.cpp"), B("b.cpp"), C("c.cpp");
  A.define("inl", {"x"}, 5, "h.h");
  B.define("inl", {"x", "y"}, 5, "h.h");
  C.define("inl", {"z"}, 5, "h.h");
  Program P = link({A.view(), B.view(), C.view()});
  ASSERT_EQ(named(P, "inl").size(), 1u);
  EXPECT_EQ(callees(P, named(P, "inl")[0]), (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(P.Sites.size(), 2u);
}

TEST(LinkTest, OfEqualBodiesTheFirstUnitsByName) {
  Source A("a.cpp"), B("b.cpp");
  A.define("inl", {"x"}, 5, "h.h");
  B.define("inl", {"y"}, 5, "h.h");
  Program P = link({B.view(), A.view()});
  EXPECT_EQ(callees(P, named(P, "inl")[0]), std::vector<std::string>{"x"});
}

TEST(LinkTest, TwoProgramsInOneDatabaseStayApart) {
  Source A1("one/main.c"), A2("one/app.c"), B1("two/main.c"), B2("two/app.c");
  A1.define("main", {"app_run"});
  A2.define("app_run", {"first"});
  B1.define("main", {"app_run"});
  B2.define("app_run", {"second"});
  Program P = link({A1.view(), A2.view(), B1.view(), B2.view()});
  ASSERT_EQ(named(P, "main").size(), 2u);
  ASSERT_EQ(named(P, "app_run").size(), 2u);
  for (FunctionId Main : named(P, "main")) {
    StringRef Dir = P.path(P[Main].At.File).split('/').first;
    FunctionId Callee = P.Sites[P.events(P.blocks(P[Main])[0])[0].A].Callee;
    EXPECT_TRUE(P.path(P[Callee].At.File).starts_with(Dir));
  }
}

TEST(LinkTest, FlagsOfAllInstancesAndOutsideOnlyIfAllSaySo) {
  Source A("a.cpp"), B("b.cpp");
  uint32_t F = A.function("f");
  A.B.functionDef(F).set(FunctionFlag::Outside);
  A.B.functionDef(F).Annotations = {A.B.string("first"), A.B.string("both")};
  F = B.function("f");
  B.B.functionDef(F).set(FunctionFlag::NoReturn);
  B.B.functionDef(F).Annotations = {B.B.string("both"), B.B.string("second")};
  Program P = link({A.view(), B.view()});
  const Function &Out = P[named(P, "f")[0]];
  EXPECT_FALSE(Out.is(FunctionFlag::Outside));
  EXPECT_TRUE(Out.is(FunctionFlag::NoReturn));
  std::vector<std::string> Texts;
  for (uint32_t S : P.annotations(Out))
    Texts.push_back(P.text(StringId(S)).str());
  EXPECT_EQ(Texts, (std::vector<std::string>{"both", "first", "second"}));
}

TEST(LinkTest, ACompleteRecordWins) {
  Source A("a.cpp"), B("b.cpp");
  A.record("R");
  uint32_t R = B.record("R");
  B.B.recordDef(R).set(RecordFlag::Complete);
  B.B.recordDef(R).Bases = {B.record("Base")};
  B.B.recordDef(R).At = UnitBuilder::loc(B.File, 3, 1);
  Program P = link({A.view(), B.view()});
  ASSERT_EQ(P.Records.size(), 2u);
  EXPECT_THAT(listing(P), HasSubstr("record R at 3:1 complete bases Base\n"));
}

TEST(LinkTest, BasesNeverFormACycle) {
  Source A("a.cpp"), B("b.cpp");
  for (auto [S, Name, Base] : {std::tuple(&A, "X", "Y"), std::tuple(&B, "Y", "X")}) {
    uint32_t R = S->record(Name);
    S->B.recordDef(R).Bases = {S->record(Base)};
    S->B.recordDef(R).FirstMember = S->record(Base);
  }
  Program P = link({A.view(), B.view()});
  unsigned Edges = 0;
  for (const Record &R : P.Records)
    Edges += R.BasesCount + R.FirstMember.valid();
  EXPECT_EQ(Edges, 2u); // one direction of each kind is left
}

// The lambda's captures are values of the frame of the function around it: both must come from one unit.
TEST(LinkTest, ALambdaComesWithItsFunction) {
  auto Make = [](StringRef Path, unsigned OuterCalls, unsigned InnerCalls) {
    Source S(Path.str());
    std::vector<StringRef> Outer(OuterCalls, "o"), Inner(InnerCalls, "i");
    uint32_t F = S.define("outer", Outer, 1, "h.h");
    uint32_t L = S.define("outer::(lambda)", Inner, 2, "h.h");
    S.B.functionDef(L).Parent = F;
    uint32_t Local = S.B.local(fb::Local(S.B.string(("in " + Path).str()), 0, 0, F, {}));
    S.B.functionDef(L).Captures = {fb::Capture(S.B.value(facts::ValueKind::Local, Local), 0, 0, 0, 0)};
    return S.view();
  };
  Program P = link({Make("a.cpp", 1, 9), Make("b.cpp", 3, 1)});
  EXPECT_EQ(callees(P, named(P, "outer")[0]).size(), 3u);
  FunctionId Lambda = named(P, "outer::(lambda)")[0];
  EXPECT_EQ(callees(P, Lambda).size(), 1u);
  const Value &Captured = P[P.Captures[P[Lambda].CapturesBegin].InEnclosing];
  ASSERT_EQ(Captured.Kind, ValueKind::Local);
  EXPECT_EQ(P.text(P.Locals[Captured.A].Name), "in b.cpp");
}

TEST(LinkTest, ValuesWithoutLocalsAreShared) {
  Source A("a.c"), B("b.c");
  A.define("f", {"g"});
  B.define("h", {"g"});
  Program P = link({A.view(), B.view()});
  EXPECT_EQ(P.Values.size(), 1u); // param0, in both
}

TEST(LinkTest, SitesAreGroupedByCaller) {
  Source A("a.c"), B("b.c");
  A.define("f", {"x", "y", "z"}, 1);
  A.define("g", {"x", "y"}, 10);
  B.define("h", {"f", "g"}, 1);
  Program P = link({A.view(), B.view()});
  std::vector<FunctionId> Seen;
  for (uint32_t I = 0; I != P.Sites.size(); ++I) {
    FunctionId Caller = P.Sites[I].Caller;
    if (I && P.Sites[I - 1].Caller == Caller) {
      EXPECT_LT(P.Sites[I - 1].At.Line, P.Sites[I].At.Line);
      continue;
    }
    EXPECT_EQ(std::find(Seen.begin(), Seen.end(), Caller), Seen.end());
    Seen.push_back(Caller);
  }
  EXPECT_EQ(P.Sites.size(), 7u);
}

TEST(LinkTest, IdsFollowTheUnits) {
  Source A("a.c"), B("b.c"), C("c.c");
  for (StringRef Name : {"a1", "a2", "a3"})
    A.define(Name, {"c1"});
  for (StringRef Name : {"b1", "b2", "b3"})
    B.define(Name, {"a1"});
  C.define("c1", {"b1"});
  for (Program P : {link({A.view(), B.view(), C.view()}), link({C.view(), B.view(), A.view()})}) {
    std::string Order; // the files their bodies stand in
    for (uint32_t F = 0; F != P.Functions.size(); ++F)
      Order += P.name(FunctionId(F)).take_front();
    EXPECT_EQ(Order, "aaabbbc");
  }
}

bool equal(const Program &A, const Program &B) {
  auto Same = [](const auto &X, const auto &Y) {
    return X.size() == Y.size() && (X.empty() || memcmp(X.data(), Y.data(), X.size() * sizeof(X[0])) == 0);
  };
  return A.Strings == B.Strings && A.Lists == B.Lists && A.Values == B.Values && Same(A.Sites, B.Sites) &&
         listing(A) == listing(B);
}

TEST(LinkTest, TheOrderOfUnitsDoesNotMatter) {
  std::mt19937 Random(7);
  std::vector<UnitView> Units;
  for (unsigned U = 0; U != 12; ++U) {
    Source S("dir" + std::to_string(U % 3) + "/u" + std::to_string(U) + ".cpp");
    for (unsigned F = 0; F != 6; ++F) {
      std::vector<std::string> Names;
      for (unsigned C = Random() % 4; C != 0; --C)
        Names.push_back("f" + std::to_string(Random() % 30));
      // Names overlap between units: some in a shared header, some defined several times over.
      S.define("f" + std::to_string(Random() % 30), {Names.begin(), Names.end()}, F * 10 + 1, F % 2 ? "h.h" : "");
    }
    uint32_t R = S.record("R" + std::to_string(Random() % 4));
    S.B.recordDef(R).Bases = {S.record("R" + std::to_string(Random() % 4))};
    Units.push_back(S.view());
  }
  Program First = link(Units);
  for (unsigned Round = 0; Round != 20; ++Round) {
    std::shuffle(Units.begin(), Units.end(), Random);
    EXPECT_TRUE(equal(link(Units), First));
  }
}

TEST(LinkTest, UnitsMayGoAfterwards) {
  Program P;
  {
    Source A("a.c");
    A.define("main", {"work"});
    P = link({A.view()});
  }
  EXPECT_THAT(listing(P), HasSubstr("  b0: call work(param0) at 2:3\n"));
}

} // namespace
