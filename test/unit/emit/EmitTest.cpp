// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The formats, each on one small report.
#include "emit/Emit.h"
#include "findings/Findings.h"
#include "findings/RunFile.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

constexpr char Source[] = "void f() {\n\tset(\"\xC3\xA9\", x);\n}\n";

Report sample() {
  Report R;
  R.Directory = "/p";
  R.Version = "1.2.3";
  R.Units = 2;
  R.Rules = {{"gtk-off-main-thread", Level::Error, "summary", "# page\n"}};
  Finding F;
  F.Rule = "gtk-off-main-thread";
  F.Severity = Level::Error;
  F.At = {"/p/a b.c", 2, 2, 2, 14};
  F.Message = "set() is called, with \"quotes\" & 100%";
  F.Function = "f";
  F.Callee = "set";
  F.Witness = {{{"/p/a b.c", 1, 6, 1, 7}, "thread starts here", "f"}};
  F.Related = {{{"/usr/x.h", 1, 1, 0, 0}, "connected here", ""}};
  F.OtherEntries = {"g", "h"};
  F.Advice = "post it";
  F.Sure = Confidence::Medium;
  F.Assumptions = {"the pointer is called"};
  F.Fingerprint = "0123456789abcdef";
  R.Findings = {F};
  R.Incomplete = {{"/p/z.c", "not analyzed: the parser crashed", {}, false}};
  return R;
}

std::string printed(const Report &R, Format As, bool Color = false) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/p/a b.c", 0, MemoryBuffer::getMemBuffer(Source));
  SourceText Sources(FS);
  std::string Text;
  raw_string_ostream OS(Text);
  emit(R, Sources, {As, Color}, OS);
  return Text;
}

std::string printed(Format As, bool Color = false) { return printed(sample(), As, Color); }

/// A finding about two ends.
Report withCounterpart() {
  Report R = sample();
  R.Findings[0].Counterpart = {{{"/p/b.c", 7, 1, 7, 3}, "g runs on the main thread", "g"},
                               {{"/p/b.c", 8, 3, 8, 9}, "would be woken here", "g"}};
  return R;
}

TEST(Text, LooksLikeClang) {
  EXPECT_EQ(printed(Format::Text), "a b.c:2:2: error: set() is called, with \"quotes\" & 100% [gtk-off-main-thread]\n"
                                   "    2 |         set(\"\xC3\xA9\", x);\n"
                                   "      |         ^~~~~~~~~~~\n"
                                   "a b.c:1:6: note: thread starts here\n"
                                   "    1 | void f() {\n"
                                   "      |      ^\n"
                                   "/usr/x.h:1:1: note: connected here\n"
                                   "note: also reached from 'g', 'h'\n"
                                   "note: confidence is medium: the pointer is called\n"
                                   "note: post it\n");
}

/// The report of a run of the program.
Report ofRun() {
  Report R = sample();
  R.From = Origin::Run;
  Finding &F = R.Findings[0];
  F.At = {"/p/a b.c", 2, 10, 0, 0};
  F.Witness.push_back({{"/p/a b.c", 2, 0, 0, 0}, "calls 'set'", "f"});
  F.From = Origin::Run;
  F.Sure = Confidence::High;
  F.Assumptions.clear();
  F.Observed.emplace();
  F.Observed->Count = 12;
  F.Observed->Threads = 1;
  F.Observed->Thread = "scanner \xC3\xA9";
  return R;
}

TEST(Run, EveryFormatTellsWhatWasSeen) {
  Report R = ofRun();
  EXPECT_NE(printed(R, Format::Text).find("note: seen in a run: 12 calls on thread 'scanner \xC3\xA9'\n"),
            std::string::npos);
  EXPECT_NE(printed(R, Format::Html).find("seen in a run: 12 calls"), std::string::npos);
  EXPECT_NE(printed(R, Format::Github).find("%0Aseen in a run: 12 calls"), std::string::npos);
  EXPECT_NE(printed(R, Format::Json).find("\"origin\": \"run\""), std::string::npos);
  R.Findings[0].From = Origin::Both;
  EXPECT_NE(printed(R, Format::Text).find("note: confirmed by a run: 12 calls"), std::string::npos);
  EXPECT_EQ(summary(R), "2 units, 1 finding (1 error), 1 confirmed by a run, 1 unit not analyzed");
}

TEST(Run, CodeOfNoFileHasNoPlace) {
  Report R = ofRun();
  R.Findings[0].At = {};
  R.Findings[0].Witness.clear();
  EXPECT_EQ(printed(R, Format::Text).find("error: set() is called"), 0u);
}

class ReadBack : public testing::TestWithParam<SourcePlace> {};
INSTANTIATE_TEST_SUITE_P(Run, ReadBack, testing::Values(SourcePlace{"/p/a b.c", 2, 10, 0, 0}, SourcePlace{}));

TEST_P(ReadBack, TheSarifFile) {
  Report R = ofRun();
  R.Findings[0].At = GetParam();
  std::string Text = printed(R, Format::Sarif);
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/p/a b.c", 0, MemoryBuffer::getMemBuffer(Source));
  SourceText Sources(FS);
  auto Read = findings::readRunFile(MemoryBufferRef(Text, "run.sarif"), Sources);
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  ASSERT_EQ(Read->size(), 1u);
  const Finding &In = R.Findings[0], &Out = Read->front();
  EXPECT_EQ(
      std::tie(In.Rule, In.Severity, In.At, In.Message, In.Function, In.Callee, In.Advice, In.Fingerprint, In.Witness),
      std::tie(Out.Rule, Out.Severity, Out.At, Out.Message, Out.Function, Out.Callee, Out.Advice, Out.Fingerprint,
               Out.Witness));
  EXPECT_EQ(findings::observedText(In), findings::observedText(Out));
}

TEST(Text, ColorsOnlyWhenAsked) {
  EXPECT_EQ(printed(Format::Text).find('\033'), std::string::npos);
  EXPECT_NE(printed(Format::Text, true).find('\033'), std::string::npos);
}

TEST(Text, CutsHugeLines) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  std::string Long(5 << 20, 'x');
  FS->addFile("/p/l.c", 0, MemoryBuffer::getMemBuffer(Long));
  SourceText Sources(FS);
  Finding F;
  F.At = {"/p/l.c", 1, 4000000, 1, 4000010};
  std::string Text;
  raw_string_ostream OS(Text);
  emitFindingText(F, Sources, "/p", OS);
  EXPECT_LT(Text.size(), 1000u);
  EXPECT_NE(Text.find("^~~~~~~~~~"), std::string::npos);
}

TEST(Text, PlacesBeyondTheSourceAreNoTrouble) {
  for (SourcePlace At :
       {SourcePlace{"/p/a b.c", 2, 900, 2, 950}, SourcePlace{"/p/a b.c", 99, 1, 99, 2},
        SourcePlace{"/p/a b.c", 2, 5, 1, 1}, SourcePlace{"/p/a b.c", 2, 5, 2, 3}, SourcePlace{"", 0, 0, 0, 0}}) {
    auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
    FS->addFile("/p/a b.c", 0, MemoryBuffer::getMemBuffer(Source));
    SourceText Sources(FS);
    Report R = sample();
    R.Findings[0].At = At;
    for (Format As : {Format::Text, Format::Sarif, Format::Json, Format::Gitlab, Format::Github, Format::Html}) {
      std::string Text;
      raw_string_ostream OS(Text);
      emit(R, Sources, {As, false}, OS);
      EXPECT_FALSE(Text.empty());
    }
  }
}

TEST(Sarif, HoldsWhatTheContractSays) {
  json::Value V = cantFail(json::parse(printed(Format::Sarif)));
  const json::Object &Run = *(*V.getAsObject()->getArray("runs"))[0].getAsObject();
  const json::Object &Result = *(*Run.getArray("results"))[0].getAsObject();
  EXPECT_EQ(Result.getString("ruleId"), "gtk-off-main-thread");
  EXPECT_EQ(Result.getInteger("ruleIndex"), 0);
  EXPECT_EQ(Result.getString("level"), "error");
  EXPECT_EQ(Result.getObject("partialFingerprints")->getString("offmain/v1"), "0123456789abcdef");
  EXPECT_EQ(Result.getObject("properties")->getString("confidence"), "medium");
  const json::Object &Place = *(*Result.getArray("locations"))[0].getAsObject()->getObject("physicalLocation");
  EXPECT_EQ(Place.getObject("artifactLocation")->getString("uri"), "a%20b.c");
  EXPECT_EQ(Place.getObject("artifactLocation")->getString("uriBaseId"), "SRCROOT");
  EXPECT_EQ(Place.getObject("region")->getInteger("startColumn"), 2);
  EXPECT_EQ(Place.getObject("region")->getInteger("endColumn"), 13) << "code points, not bytes";
  const json::Object &Flow =
      *(*(*Result.getArray("codeFlows"))[0].getAsObject()->getArray("threadFlows"))[0].getAsObject();
  EXPECT_EQ(Flow.getArray("locations")->size(), 2u) << "the call itself ends the flow";
  const json::Object &Invocation = *(*Run.getArray("invocations"))[0].getAsObject();
  EXPECT_EQ(Invocation.getBoolean("executionSuccessful"), false);
  EXPECT_EQ(Invocation.getArray("toolExecutionNotifications")->size(), 1u);
  EXPECT_EQ(Run.getObject("originalUriBaseIds")->getObject("SRCROOT")->getString("uri"), "file:///p/");
}

TEST(Sarif, AFixSaysWhatGoesAndWhatComes) {
  Report R = sample();
  R.Fixes["0123456789abcdef"] = {"call set2()", {{"/p/a b.c", 0, 0, "#include <x>\n"}, {"/p/a b.c", 20, 1, "y"}, {"/p/b.c", 3, 2, ""}}};
  json::Value V = cantFail(json::parse(printed(R, Format::Sarif)));
  const json::Object &Run = *(*V.getAsObject()->getArray("runs"))[0].getAsObject();
  const json::Object &Fix = *(*(*Run.getArray("results"))[0].getAsObject()->getArray("fixes"))[0].getAsObject();
  EXPECT_EQ(Fix.getObject("description")->getString("text"), "call set2()");
  ASSERT_EQ(Fix.getArray("artifactChanges")->size(), 2u);
  const json::Object &First = *(*Fix.getArray("artifactChanges"))[0].getAsObject();
  EXPECT_EQ(First.getObject("artifactLocation")->getString("uri"), "a%20b.c");
  EXPECT_EQ((*First.getArray("replacements"))[1],
            json::Value(json::Object{{"deletedRegion", json::Object{{"startLine", 2}, {"startColumn", 9}, {"endLine", 2}, {"endColumn", 10}}},
                          {"insertedContent", json::Object{{"text", "y"}}}}))
      << "columns are code points";
  EXPECT_EQ((*Run.getArray("artifacts")).size(), 4u);
}

TEST(Sarif, AnEditThatIsNoTextIsNoFix) {
  Report R = sample();
  R.Fixes["0123456789abcdef"] = {"call set2()", {{"/p/a b.c", 20, 1, "\xE9"}}};
  EXPECT_EQ(printed(R, Format::Sarif).find("\"fixes\""), std::string::npos);
}

TEST(Sarif, ACounterpartIsASecondCodeFlow) {
  json::Value V = cantFail(json::parse(printed(withCounterpart(), Format::Sarif)));
  const json::Object &Run = *(*V.getAsObject()->getArray("runs"))[0].getAsObject();
  const json::Array &Flows = *(*Run.getArray("results"))[0].getAsObject()->getArray("codeFlows");
  ASSERT_EQ(Flows.size(), 2u);
  const json::Object &Other = *(*Flows[1].getAsObject()->getArray("threadFlows"))[0].getAsObject();
  EXPECT_EQ(Other.getArray("locations")->size(), 2u);
  EXPECT_EQ(Run.getArray("artifacts")->size(), 4u) << "its file is listed";
}

TEST(Text, ACounterpartFollowsTheWitness) {
  EXPECT_NE(printed(withCounterpart(), Format::Text)
                .find("note: the other end:\nb.c:7:1: note: g runs on the main thread\nb.c:8:3: note: would be woken here\n"),
            std::string::npos);
}

TEST(Json, ACounterpartIsAList) {
  json::Value V = cantFail(json::parse(printed(withCounterpart(), Format::Json)));
  EXPECT_EQ((*V.getAsObject()->getArray("findings"))[0].getAsObject()->getArray("counterpart")->size(), 2u);
}

TEST(Json, IsJson) {
  json::Value V = cantFail(json::parse(printed(Format::Json)));
  EXPECT_EQ((*V.getAsObject()->getArray("findings"))[0].getAsObject()->getString("id"), "0123456789abcdef");
}

TEST(Gitlab, NamesPathAndFingerprint) {
  json::Value V = cantFail(json::parse(printed(Format::Gitlab)));
  const json::Object &Issue = *(*V.getAsArray())[0].getAsObject();
  EXPECT_EQ(Issue.getString("fingerprint"), "0123456789abcdef");
  EXPECT_EQ(Issue.getObject("location")->getString("path"), "a b.c");
  EXPECT_EQ(Issue.getString("severity"), "major");
}

TEST(Github, EscapesItsCommands) {
  EXPECT_EQ(printed(Format::Github),
            "::error file=a b.c,line=2,col=2,endLine=2,title=gtk-off-main-thread::set() is called, with "
            "\"quotes\" & 100%25%0Aa b.c:1: thread starts here%0Apost it\n");
}

TEST(Html, EscapesText) {
  std::string Page = printed(Format::Html);
  EXPECT_NE(Page.find("&quot;quotes&quot; &amp; 100%"), std::string::npos);
  EXPECT_EQ(Page.find("http"), std::string::npos) << "nothing outside is referred to";
}

TEST(Summary, CountsByLevel) {
  Report R = sample();
  R.Findings.push_back(R.Findings[0]);
  R.Findings[1].Severity = Level::Warning;
  R.Findings.push_back(R.Findings[0]);
  R.Incomplete.clear();
  EXPECT_EQ(summary(R), "2 units, 3 findings (2 errors, 1 warning)");
  R.Findings.clear();
  R.Units = 1;
  R.Incomplete.push_back({"/p/z.c", "x", {}, true});
  EXPECT_EQ(summary(R), "1 unit, 0 findings, 1 unit analyzed in part");
}

TEST(ShownPath, RelativeOnlyBelow) {
  EXPECT_EQ(shownPath("/p/a.c", "/p"), "a.c");
  EXPECT_EQ(shownPath("/pq/a.c", "/p"), "/pq/a.c");
  EXPECT_EQ(shownPath("/a.c", "/"), "a.c");
  EXPECT_EQ(shownPath("/p", "/p"), "/p");
}

} // namespace
