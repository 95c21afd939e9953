// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compile databases, good and bad.
#include "driver/CompileDatabase.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

using Words = std::vector<std::string>;

Expected<CompileDatabase> load(StringRef Text) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/p/build/compile_commands.json", 0, MemoryBuffer::getMemBuffer(Text));
  return loadDatabase(*FS, "/p/build/compile_commands.json");
}

std::string errorOf(StringRef Text) {
  auto D = load(Text);
  return D ? "" : toString(D.takeError());
}

TEST(SplitCommand, AsAShellDoes) {
  EXPECT_EQ(splitCommand("cc -c  a.c"), (Words{"cc", "-c", "a.c"}));
  EXPECT_EQ(splitCommand(R"(cc '-DX="a b"' -DY=\"z\" "q\"r\x" a\ b.c '' )"),
            (Words{"cc", "-DX=\"a b\"", "-DY=\"z\"", "q\"r\\x", "a b.c", ""}));
  EXPECT_EQ(splitCommand("cc 'open"), (Words{"cc", "open"}));
  EXPECT_EQ(splitCommand("a\\"), (Words{"a\\"}));
  EXPECT_TRUE(splitCommand(" \n").empty());
}

TEST(AbsolutePath, IsNormal) {
  EXPECT_EQ(absolutePath("../a.c", "/p/build"), "/p/a.c");
  EXPECT_EQ(absolutePath("/q/./a.c", "/p"), "/q/a.c");
  EXPECT_EQ(absolutePath(".", "/p"), "/p");
  EXPECT_EQ(absolutePath("", "/p"), "/p");
  EXPECT_EQ(absolutePath("..", "/"), "/");
}

TEST(Database, RelativeAndAbsentDirectories) {
  auto D = load(R"([{"directory": "../src", "file": "a.c", "command": "cc -c a.c"},
                    {"file": "b.c", "arguments": ["cc", "-c", "b.c"]},
                    {"directory": "/abs", "file": "/x/c.cpp", "arguments": ["c++"]}])");
  ASSERT_TRUE(bool(D)) << toString(D.takeError());
  ASSERT_EQ(D->Commands.size(), 3u);
  EXPECT_EQ(D->Commands[0].File, "/p/build/b.c");
  EXPECT_EQ(D->Commands[0].Directory, "/p/build");
  EXPECT_EQ(D->Commands[1].File, "/p/src/a.c");
  EXPECT_EQ(D->Commands[2].File, "/x/c.cpp");
  EXPECT_EQ(D->Commands[2].Directory, "/abs");
}

TEST(Database, KeepsDistinctCommandsOfAFileInAnyOrder) {
  StringRef A = R"({"directory": "/p", "file": "a.c", "command": "cc -DA -c a.c"})";
  StringRef B = R"({"directory": "/p", "file": "a.c", "command": "cc -DB -c a.c"})";
  auto One = load(("[" + A + "," + B + "," + A + "]").str()), Two = load(("[" + B + "," + A + "]").str());
  ASSERT_TRUE(One && Two);
  EXPECT_EQ(One->Commands.size(), 2u);
  EXPECT_EQ(One->Commands, Two->Commands);
}

TEST(Database, SkipsWhatIsNotCOrCxxWithANote) {
  auto D = load(
      R"([{"file": "a.S", "command": "cc -c a.S"}, {"file": "b.cu", "command": "nvcc b.cu"}, {"file": "c.rc", "command": "rc"},
                    {"file": "d.c", "command": "cc d.c"}, {"file": "e.inc", "command": "cc -x c++ e.inc"},
                    {"file": "f.c", "command": "cc -xobjective-c f.c"}])");
  ASSERT_TRUE(bool(D));
  ASSERT_EQ(D->Commands.size(), 2u);
  EXPECT_EQ(D->Commands[0].File, "/p/build/d.c");
  EXPECT_EQ(D->Commands[1].File, "/p/build/e.inc");
  EXPECT_EQ(D->Notes.size(), 4u);
}

TEST(Database, BadEntriesCostThemselvesOnly) {
  auto D = load(
      R"([null, 3, {}, {"file": 3}, {"file": "a.c"}, {"file": "b.c", "arguments": []}, {"file": "c.c", "command": ""},
                    {"file": "d.c", "command": "cc d.c"}])");
  ASSERT_TRUE(bool(D));
  EXPECT_EQ(D->Commands.size(), 1u);
  EXPECT_FALSE(D->Notes.empty());
}

TEST(Database, ErrorsSayWhatToDo) {
  for (StringRef Text :
       {"", "  ", "{}", "[", "[]", "null", "[{}]", "not json", "[{\"file\": \"a.S\", \"command\": \"cc a.S\"}]"})
    EXPECT_NE(errorOf(Text).find("compile_commands.json"), std::string::npos) << Text.str();
  EXPECT_NE(errorOf(std::string(1 << 20, '[')).find("nested"), std::string::npos);
}

TEST(FindDatabase, UpwardAndInBuild) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  FS->addFile("/p/build/compile_commands.json", 0, MemoryBuffer::getMemBuffer("[]"));
  FS->addFile("/p/src/deep/a.c", 0, MemoryBuffer::getMemBuffer(""));
  auto Find = [&](StringRef Where, StringRef Cwd) {
    auto Path = findDatabase(*FS, Where, Cwd);
    return Path ? *Path : "error: " + toString(Path.takeError());
  };
  EXPECT_EQ(Find("", "/p/src/deep"), "/p/build/compile_commands.json");
  EXPECT_EQ(Find("../build", "/p/src"), "/p/build/compile_commands.json");
  EXPECT_EQ(Find("build/compile_commands.json", "/p"), "/p/build/compile_commands.json");
  for (StringRef Where : {"src", "nowhere", ""})
    EXPECT_EQ(Find(Where, Where.empty() ? "/q" : "/p").find("error: "), 0u);
}

} // namespace
