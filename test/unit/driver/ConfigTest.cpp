// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// .offmain.yaml.
#include "driver/Config.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

std::string errorOf(StringRef Text) {
  auto C = parseConfig(MemoryBufferRef(Text, "/p/.offmain.yaml"));
  return C ? "" : toString(C.takeError());
}

TEST(Config, AllKeys) {
  auto C = parseConfig(MemoryBufferRef("checks: [gtk-*, -gtk-x]\n"
                                       "confidence: low\n"
                                       "fail-on: never\n"
                                       "exclude: third_party/*\n"
                                       "model-files: [tools/m.yaml]\n"
                                       "cache-dir: .cache\n"
                                       "jobs: 3\n"
                                       "models:\n"
                                       "  functions:\n"
                                       "    - {name: f, runs-on: main}\n"
                                       "# the end\n",
                                       "/p/.offmain.yaml"));
  ASSERT_TRUE(bool(C)) << toString(C.takeError());
  EXPECT_EQ(C->Checks, "gtk-*,-gtk-x");
  EXPECT_EQ(C->AtLeast, Confidence::Low);
  ASSERT_TRUE(C->Fail);
  EXPECT_FALSE(C->Fail->has_value());
  EXPECT_EQ(C->Exclude, std::vector<std::string>{"third_party/*"});
  EXPECT_EQ(C->ModelFiles, std::vector<std::string>{"/p/tools/m.yaml"});
  EXPECT_EQ(C->CacheDirectory, "/p/.cache");
  EXPECT_EQ(C->Jobs, 3u);
  EXPECT_EQ(C->Models, std::string(8, '\n') + "  functions:\n    - {name: f, runs-on: main}\n# the end\n\n");
}

TEST(Config, ErrorsNameTheLine) {
  EXPECT_EQ(errorOf("jobs: 1\nchekcs: [a]\n").find("/p/.offmain.yaml:2: unknown key 'chekcs'"), 0u);
  EXPECT_EQ(errorOf("\n\njobs: many\n").find("/p/.offmain.yaml:3: "), 0u);
  EXPECT_EQ(errorOf("confidence: sure").find("/p/.offmain.yaml:1: "), 0u);
  EXPECT_EQ(errorOf("fail-on: [error]").find("/p/.offmain.yaml:1: "), 0u);
  EXPECT_EQ(errorOf("checks: ['[']").find("/p/.offmain.yaml:1: "), 0u);
  EXPECT_EQ(errorOf("- a\n").find("/p/.offmain.yaml:1: "), 0u);
  EXPECT_EQ(errorOf("models: {functions: []}").find("/p/.offmain.yaml:1: "), 0u);
  EXPECT_NE(errorOf(std::string(1 << 20, '[')), "");
  EXPECT_NE(errorOf("a: b: c: ["), "");
}

TEST(Config, EmptyIsFine) { EXPECT_EQ(errorOf("# nothing\n"), ""); }

TEST(Config, FoundUpward) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/p/.offmain.yaml", 0, MemoryBuffer::getMemBuffer("jobs: 5"));
  FS->addFile("/p/a/b/x.c", 0, MemoryBuffer::getMemBuffer(""));
  auto C = findConfig(*FS, "/p/a/b");
  ASSERT_TRUE(bool(C));
  EXPECT_EQ(C->Jobs, 5u);
  auto None = findConfig(*FS, "/q");
  ASSERT_TRUE(bool(None));
  EXPECT_EQ(None->Path, "");
}

} // namespace
