// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reports of `offmain run`: what is foreign is refused politely. That what emit writes is read: emit's tests.
#include "findings/RunFile.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

constexpr char Result[] = R"({"ruleId": "gtk-off-main-thread", "level": "error", "message": {"text": "m"},
  "locations": [{"physicalLocation": {"artifactLocation": {"uri": "../q/a%20b.c", "uriBaseId": "SRCROOT"},
                                      "region": {"startLine": 2, "startColumn": 4}},
                 "logicalLocations": [{"fullyQualifiedName": "f"}]}],
  "partialFingerprints": {"offmain/v1": "0011"},
  "properties": {"callee": "set", "observed": {"count": 3, "threads": 1, "thread": "t"}}})";

std::string file(StringRef Results, StringRef Bag = R"({"origin": "run", "version": 1})") {
  return (R"({"runs": [{"originalUriBaseIds": {"SRCROOT": {"uri": "file:///p/"}}, "properties": )" + Bag +
          R"(, "results": [)" + Results + "]}]}")
      .str();
}

Expected<std::vector<Finding>> read(StringRef Text) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/q/a b.c", 0, MemoryBuffer::getMemBuffer("1\n\xC3\xA9\xC3\xA9 set();\n"));
  SourceText Sources(FS);
  return findings::readRunFile(MemoryBufferRef(Text, "run.sarif"), Sources);
}

TEST(RunFile, PathsAndColumns) {
  auto Findings = read(file(Result));
  ASSERT_TRUE(bool(Findings)) << toString(Findings.takeError());
  ASSERT_EQ(Findings->size(), 1u);
  const Finding &F = Findings->front();
  EXPECT_EQ(F.At, (SourcePlace{"/q/a b.c", 2, 6, 0, 0}));
  EXPECT_EQ(F.Callee, "set");
  EXPECT_EQ(F.Function, "f");
  EXPECT_EQ(F.Observed->Count, 3u);
  EXPECT_EQ(F.From, Origin::Run);
}

TEST(RunFile, NothingSeen) {
  auto Findings = read(file(""));
  ASSERT_TRUE(bool(Findings));
  EXPECT_TRUE(Findings->empty());
}

TEST(RunFile, RefusesForeignText) {
  std::string OfCheck = file(Result, "{}"), Later = file(Result, R"({"origin": "run", "version": 99})");
  std::string Bare = file(std::string(Result) + ", {\"ruleId\": 3}"), List = file("[], 1");
  for (StringRef Text : {"", "x", "[]", "{}", "{\"runs\": []}", "{\"runs\": [7]}", "{\"runs\": {}}", OfCheck.c_str(),
                         Later.c_str(), Bare.c_str(), List.c_str()}) {
    auto Findings = read(Text);
    ASSERT_FALSE(bool(Findings)) << Text.str();
    EXPECT_EQ(toString(Findings.takeError()).find("run.sarif"), 0u);
  }
}

TEST(RunFile, HostileNumbersAndPaths) {
  std::string Text = file(Result);
  for (auto [From, To] :
       {std::pair("\"count\": 3", "\"count\": -3"), std::pair("\"startLine\": 2", "\"startLine\": 1e99"),
        std::pair("\"startColumn\": 4", "\"startColumn\": 4000000000"), std::pair("a%20b.c", "%zz%2"),
        std::pair("\"SRCROOT\": {", "\"X\": {"), std::pair("\"SRCROOT\"}", "\"\\u0000\"}")}) {
    std::string Changed = Text;
    ASSERT_NE(Changed.find(From), std::string::npos) << From;
    Changed.replace(Changed.find(From), strlen(From), To);
    auto Findings = read(Changed);
    if (!Findings)
      consumeError(Findings.takeError());
  }
}

} // namespace
