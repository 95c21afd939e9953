// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a unit depends on: files opened, names tried in vain, folders looked through.
#include "extract/RecordingFileSystem.h"
#include "TestUnit.h"

using namespace offmain;
using namespace llvm;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

TEST(RecordingFileSystem, RemembersWhatWasAsked) {
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile("/p/a.h", 0, MemoryBuffer::getMemBuffer(""));
  Memory->addFile("/p/sub/b.h", 0, MemoryBuffer::getMemBuffer(""));
  RecordingFileSystem FS(Memory);
  ASSERT_FALSE(FS.setCurrentWorkingDirectory("/p"));
  EXPECT_TRUE(FS.status("a.h"));
  EXPECT_THAT(FS.opened(), ElementsAre());
  EXPECT_TRUE(FS.openFileForRead("/p/a.h"));
  EXPECT_TRUE(FS.openFileForRead("./sub/../a.h"));
  EXPECT_THAT(FS.opened(), ElementsAre("/p/a.h", "/p/sub/../a.h"));
  EXPECT_FALSE(FS.status("b.h"));
  EXPECT_FALSE(FS.openFileForRead("/p/b.h"));
  EXPECT_FALSE(FS.exists("/q"));
  std::error_code EC;
  FS.dir_begin("sub", EC);
  FS.dir_begin("/r", EC);
  EXPECT_THAT(FS.absent(), ElementsAre("/p/b.h", "/q", "/r"));
  EXPECT_THAT(FS.listed(), ElementsAre("/p/sub"));
}

TEST(RecordingFileSystem, AFolderIsNotAFileRead) {
  RecordingFileSystem FS(vfs::createPhysicalFileSystem());
  (void)FS.openFileForRead("/usr");
  EXPECT_THAT(FS.opened(), ElementsAre());
}

TEST(RecordingFileSystem, WhatOnlyHasIncludeAskedFor) {
  TestUnit U;
  U.Headers["/src/there.h"] = "#error never entered";
  U.facts("#if __has_include(\"there.h\") && !__has_include(\"not_there.h\")\nvoid f() {}\n#endif\n");
  EXPECT_THAT(U.Result.Reads, Contains("/src/there.h"));
  EXPECT_THAT(U.Result.Absent, Contains("/src/not_there.h"));
}

TEST(RecordingFileSystem, ResponseFilesAreRead) {
  TestUnit U;
  U.Flags.push_back("@/src/flags.rsp");
  U.Headers["/src/flags.rsp"] = "-DNAME=from_response";
  EXPECT_THAT(U.facts("void NAME() {}"), HasSubstr("from_response"));
  EXPECT_THAT(U.Result.Reads, Contains("/src/flags.rsp"));
}

} // namespace
