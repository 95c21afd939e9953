// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing fixes: what was not analyzed is not overwritten.
#include "driver/Fixing.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace offmain;

namespace {

class WriteFixes : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(sys::fs::createUniqueDirectory("offmain-fixing", Directory));
    W = {vfs::createPhysicalFileSystem(), std::string(Directory), &nulls()};
  }
  void TearDown() override { sys::fs::remove_directories(Directory); }
  std::string file(StringRef Name, StringRef Text) {
    std::string Path = (Directory + "/" + Name).str();
    std::error_code Failed;
    raw_fd_ostream(Path, Failed) << Text;
    return Path;
  }
  static std::string read(StringRef Path) { return (*MemoryBuffer::getFile(Path))->getBuffer().str(); }

  SmallString<128> Directory;
  World W;
};

TEST_F(WriteFixes, AFileThatHasChangedStays) {
  std::string Same = file("same.c", "old();\n"), Changed = file("changed.c", "old(); // since then\n");
  Fixes F;
  for (const std::string &Path : {Same, Changed, std::string(Directory) + "/gone.c"}) {
    ASSERT_TRUE(F.Edits.add({{Path, 0, 3, "new"}}));
    F.Before[Path] = "old();\n";
  }
  std::string Told = toString(writeFixes(F, W));
  EXPECT_EQ(Told, Changed + " was left as it is: it has changed since it was analyzed\n" + Directory.str().str() +
                      "/gone.c was left as it is: it has changed since it was analyzed");
  EXPECT_EQ(read(Same), "new();\n");
  EXPECT_EQ(read(Changed), "old(); // since then\n");
  EXPECT_FALSE(sys::fs::exists(Directory + "/gone.c"));
}

} // namespace
