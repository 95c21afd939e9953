// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names tried in vain are remembered.
#include "driver/RecordingFileSystem.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

TEST(RecordingFileSystem, RemembersWhatIsNotThere) {
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile("/p/a.h", 0, MemoryBuffer::getMemBuffer(""));
  RecordingFileSystem FS(Memory);
  ASSERT_FALSE(FS.setCurrentWorkingDirectory("/p"));
  EXPECT_TRUE(FS.status("a.h"));
  EXPECT_TRUE(FS.openFileForRead("/p/a.h"));
  EXPECT_FALSE(FS.status("b.h"));
  EXPECT_FALSE(FS.openFileForRead("/p/b.h"));
  EXPECT_FALSE(FS.exists("/q"));
  EXPECT_EQ(FS.takeAbsent(), (std::vector<std::string>{"/p/b.h", "/q"}));
  EXPECT_TRUE(FS.takeAbsent().empty());
}
