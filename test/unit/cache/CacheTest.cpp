// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The unit cache: what makes a hit, what makes a miss, and that no bytes in its directory do harm.
#include "cache/Cache.h"
#include "cache/Entry.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include "gtest/gtest.h"
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

using namespace offmain;
using namespace offmain::cache;
using namespace llvm;

namespace {

/// Later than any file the test makes: the stand-in for "the run began after the files were written".
constexpr int64_t Later = INT64_MAX;

class CacheTest : public testing::Test {
protected:
  void SetUp() override {
    SmallString<128> Path;
    ASSERT_FALSE(sys::fs::createUniqueDirectory("offmain-cache-test", Path));
    Root = std::string(Path);
    Inputs = {"/build", Root + "/a.c", {"clang", "-c", Root + "/a.c"}, 7};
    put("a.c", "int a;");
    put("a.h", "int h;");
    Unit.Reads = {Root + "/a.c", Root + "/a.h"};
    Unit.Absent = {Root + "/early/a.h"};
    put("compilers/12/x", "");
    Unit.Listed = {Root + "/compilers"};
    Unit.Notes = {"a note"};
    Unit.Errors = 3;
    Unit.Facts = "the facts";
  }
  void TearDown() override { sys::fs::remove_directories(Root); }

  void put(StringRef Name, StringRef Text) {
    std::string Path = Root + "/" + Name.str();
    sys::fs::create_directories(sys::path::parent_path(Path));
    std::error_code EC;
    raw_fd_ostream(Path, EC) << Text;
  }
  std::string store(int64_t Start = Later) {
    FileTable Files;
    return UnitCache(Root + "/cache", Files, Start).store(Inputs, Unit);
  }
  Lookup lookup() {
    FileTable Files;
    return UnitCache(Root + "/cache", Files, Later).lookup(Inputs);
  }
  std::string entryPath() { return Root + "/cache/llvmcache-" + unitKey(Inputs); }

  std::string Root;
  UnitInputs Inputs;
  UnitRecord Unit;
};

TEST_F(CacheTest, GivesBackWhatWasStored) {
  EXPECT_EQ(lookup().Reason, "new unit");
  EXPECT_EQ(store(), "");
  Lookup L = lookup();
  ASSERT_TRUE(L.Hit) << L.Reason;
  EXPECT_EQ(L.Unit.Facts, "the facts");
  EXPECT_EQ(L.Unit.Notes, Unit.Notes);
  EXPECT_EQ(L.Unit.Errors, 3u);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(L.Unit.Facts.data()) % 8, 0u) << "facts are read in place";
}

TEST_F(CacheTest, EveryInputIsInTheKey) {
  std::vector<UnitInputs> All(6, Inputs);
  All[1].Directory += "x";
  All[2].MainFile += "x";
  All[3].Command.push_back("-O2");
  All[4].Command = {"clang", "-c" + Inputs.MainFile, ""};
  All[5].ToolVersion++;
  for (size_t I = 0; I != All.size(); ++I)
    for (size_t J = 0; J != I; ++J)
      EXPECT_NE(unitKey(All[I]), unitKey(All[J])) << I << ' ' << J;
}

TEST_F(CacheTest, SaysWhyItMissed) {
  store();
  UnitInputs Before = Inputs;
  Inputs.Command.push_back("-O2");
  EXPECT_EQ(lookup().Reason, "the command changed");
  Inputs = Before;
  Inputs.ToolVersion++;
  EXPECT_EQ(lookup().Reason, "the tool changed");
  Inputs = Before;
  sys::fs::remove(entryPath());
  EXPECT_EQ(lookup().Reason, "its entry was removed");
}

TEST_F(CacheTest, AChangedHeaderIsAMiss) {
  store();
  put("a.h", "int g;");
  Lookup L = lookup();
  EXPECT_FALSE(L.Hit);
  EXPECT_EQ(L.Reason, Root + "/a.h changed");
  sys::fs::remove(Root + "/a.h");
  EXPECT_EQ(lookup().Reason, Root + "/a.h is gone");
}

TEST_F(CacheTest, ATouchedHeaderIsAHit) {
  store();
  put("a.h", "int h;");
  timeval Times[2] = {{1000, 0}, {1000, 0}};
  ASSERT_EQ(utimes((Root + "/a.h").c_str(), Times), 0);
  EXPECT_TRUE(lookup().Hit);
}

TEST_F(CacheTest, AHeaderThatAppearsEarlierIsAMiss) {
  store();
  put("early/a.h", "");
  EXPECT_EQ(lookup().Reason, Root + "/early/a.h appeared");
}

TEST_F(CacheTest, AFolderThatWasLookedThroughIsAMissWithOtherNames) {
  store();
  put("compilers/12/y", "");
  EXPECT_TRUE(lookup().Hit) << "only its own names count";
  put("compilers/13/x", "");
  EXPECT_EQ(lookup().Reason, "what is in " + Root + "/compilers changed");
  sys::fs::remove_directories(Root + "/compilers/13");
  EXPECT_TRUE(lookup().Hit);
  sys::fs::remove_directories(Root + "/compilers");
  EXPECT_FALSE(lookup().Hit);
}

TEST_F(CacheTest, FilesChangedDuringTheRunAreNotVouchedFor) {
  EXPECT_EQ(store(/*Start=*/0), "");
  EXPECT_FALSE(lookup().Hit);
}

TEST_F(CacheTest, WhatCannotBeReadAgainIsNotKept) {
  Unit.Reads.push_back("/dev/null");
  EXPECT_EQ(store(), "");
  EXPECT_FALSE(lookup().Hit);
}

TEST_F(CacheTest, EveryTruncationAndEveryFlippedByteIsAMiss) {
  store();
  std::string Whole = (*MemoryBuffer::getFile(entryPath()))->getBuffer().str();
  for (size_t Size = 0; Size != Whole.size(); ++Size) {
    put("cache/llvmcache-" + unitKey(Inputs), StringRef(Whole).take_front(Size));
    EXPECT_FALSE(lookup().Hit) << Size;
  }
  for (size_t At = 0; At != Whole.size(); ++At) {
    std::string Flipped = Whole;
    Flipped[At] ^= 0x40;
    put("cache/llvmcache-" + unitKey(Inputs), Flipped);
    // Four bytes of the header are not used; everything else counts.
    EXPECT_EQ(lookup().Hit, At >= 12 && At < 16) << At;
  }
}

TEST_F(CacheTest, HostileNumbersUnderARightChecksumAreAMiss) {
  store();
  std::string Whole = (*MemoryBuffer::getFile(entryPath()))->getBuffer().str();
  constexpr size_t Header = 24;
  for (size_t At = Header; At + 4 <= Whole.size(); ++At) {
    std::string Hostile = Whole;
    for (size_t I = 0; I != 4; ++I)
      Hostile[At + I] = '\xFF';
    std::string Body = Hostile.substr(Header);
    uint64_t Sum = xxh3_64bits(Body);
    for (size_t I = 0; I != 8; ++I)
      Hostile[16 + I] = char(Sum >> (8 * I));
    UnitRecord Out;
    auto Bytes = std::shared_ptr<MemoryBuffer>(MemoryBuffer::getMemBufferCopy(Hostile));
    // Anything but a crash; facts are verified by their own reader.
    decodeEntry(Bytes, Out,
                {[](const ManifestFile &) { return true; }, [](StringRef) { return true; },
                 [](const ManifestFolder &) { return true; }});
  }
}

TEST_F(CacheTest, OddThingsInPlaceOfAnEntry) {
  store();
  sys::fs::remove(entryPath());
  sys::fs::create_directory(entryPath());
  EXPECT_FALSE(lookup().Hit);
  sys::fs::remove(entryPath());
  ASSERT_EQ(::mkfifo(entryPath().c_str(), 0600), 0);
  EXPECT_FALSE(lookup().Hit) << "and it does not block";
  ::unlink(entryPath().c_str());
  ASSERT_EQ(::symlink("/dev/zero", entryPath().c_str()), 0);
  EXPECT_FALSE(lookup().Hit);
}

TEST_F(CacheTest, AFullOrMissingDiskIsToldOnce) {
  FileTable Files;
  put("file", "");
  UnitCache Broken(Root + "/file/cache", Files, Later);
  EXPECT_NE(Broken.store(Inputs, Unit), "");
  EXPECT_EQ(Broken.store(Inputs, Unit), "");
}

TEST_F(CacheTest, LeavesNoTemporaryFiles) {
  store();
  std::error_code EC;
  for (sys::fs::directory_iterator It(Root + "/cache", EC), End; It != End; It.increment(EC))
    EXPECT_EQ(StringRef(It->path()).find("llvmcache-new-"), StringRef::npos);
}

TEST(FileTable, AsksOnce) {
  SmallString<128> Path;
  int File;
  ASSERT_FALSE(sys::fs::createTemporaryFile("offmain", "x", File, Path));
  FileTable Files;
  EXPECT_TRUE(Files.stat(Path).Regular);
  EXPECT_TRUE(Files.isUnchanged(Path));
  raw_fd_ostream(File, true) << "more";
  EXPECT_EQ(Files.stat(Path).Size, 0u);
  EXPECT_FALSE(Files.isUnchanged(Path));
  sys::fs::remove(Path);
  EXPECT_FALSE(Files.stat("/nowhere/at/all").Exists);
  EXPECT_FALSE(Files.stat("/dev/null").Regular);
}

} // namespace
