// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One small source in memory → its facts as text, one line a fact, without places (a test that is about places asks for
// them). A header under /usr/include is outside the project. Rejected: source files on disk; the question and the source
// that asks it would stand apart.
#ifndef OFFMAIN_TEST_UNIT_EXTRACT_TESTUNIT_H
#define OFFMAIN_TEST_UNIT_EXTRACT_TESTUNIT_H

#include "extract/Extract.h"
#include "facts/Text.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <map>

namespace offmain {

struct TestUnit {
  std::string File = "/src/t.cpp";
  std::vector<std::string> Flags = {"c++", "-std=c++20"};
  std::map<std::string, std::string> Headers; ///< absolute path → text
  bool Places = false;                        ///< keep " at line:column"

  ExtractResult Result;

  ExtractRequest request() const {
    ExtractRequest R;
    R.Directory = "/";
    R.File = File;
    R.Arguments = Flags;
    R.Arguments.push_back(File);
    return R;
  }

  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files(llvm::StringRef Source) const {
    auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    Memory->addFile(File, 0, llvm::MemoryBuffer::getMemBufferCopy(Source));
    for (const auto &[Path, Text] : Headers)
      Memory->addFile(Path, 0, llvm::MemoryBuffer::getMemBufferCopy(Text));
    auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::createPhysicalFileSystem());
    Both->pushOverlay(Memory);
    return Both;
  }

  /// All facts; a failure of the test when there are none or they do not verify.
  std::string facts(llvm::StringRef Source) {
    Result = extract(request(), files(Source));
    EXPECT_EQ(Result.FatalMessage, "");
    if (Result.Facts.empty())
      return "";
    auto Unit = facts::open(llvm::MemoryBuffer::getMemBufferCopy(Result.Facts, "test"));
    if (!Unit) {
      ADD_FAILURE() << llvm::toString(Unit.takeError());
      return "";
    }
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    facts::print(*Unit, OS);
    return Places ? Text : withoutPlaces(Text);
  }

  /// The lines of one function: from "function NAME(" to the next entity.
  std::string body(llvm::StringRef Source, llvm::StringRef Name) { return section(facts(Source), Name); }

  static std::string section(const std::string &All, llvm::StringRef Name) {
    std::string Out;
    llvm::StringRef Rest = All;
    bool Inside = false;
    while (!Rest.empty()) {
      auto [Line, Next] = Rest.split('\n');
      Rest = Next;
      if (!Line.starts_with("  "))
        Inside = Line.starts_with(("function " + Name + "(").str());
      if (Inside)
        Out += (Line + "\n").str();
    }
    return Out;
  }

  static std::string withoutPlaces(std::string Text) {
    static llvm::Regex Place(" at [0-9]+:[0-9]+");
    std::string Out;
    llvm::StringRef Rest = Text;
    llvm::SmallVector<llvm::StringRef, 1> Found;
    while (Place.match(Rest, &Found)) {
      Out += Rest.take_front(Found[0].data() - Rest.data());
      Rest = Rest.drop_front(Found[0].data() - Rest.data() + Found[0].size());
    }
    return Out + Rest.str();
  }
};

} // namespace offmain

#endif
