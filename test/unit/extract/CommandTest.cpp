// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cleaning of compile commands.
#include "test/unit/extract/TestUnit.h"
#include "llvm/ADT/StringExtras.h"

using namespace offmain;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

struct Cleaned {
  std::vector<std::string> Notes, Command;

  Cleaned(std::vector<std::string> Arguments, std::map<std::string, std::string> Files = {}) {
    ExtractRequest R;
    R.Directory = "/build";
    R.File = "../src/a.cpp";
    R.Arguments = std::move(Arguments);
    auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    for (const auto &[Path, Text] : Files)
      Memory->addFile(Path, 0, llvm::MemoryBuffer::getMemBufferCopy(Text));
    Command = cleanCommand(R, Notes, Memory);
  }
  std::string text() const { return llvm::join(Command, " "); }
};

TEST(Command, OutputsAndDependenciesGo) {
  Cleaned C({"/usr/bin/cc", "-c", "a.c", "-o", "a.o", "-MD", "-MF", "a.d", "-MT", "a.o", "-Wall", "-Werror=format", "-g",
             "-DX=1", "-I", "inc", "-O2"});
  for (const char *Gone : {" a.o", "-MD", "a.d", "-Wall", "-Werror", "-g", "-O2", " -c "})
    EXPECT_THAT(C.text(), Not(HasSubstr(Gone))) << Gone;
  EXPECT_THAT(C.Command, Contains("X=1"));
  EXPECT_THAT(C.Command, Contains("inc"));
  EXPECT_THAT(C.Command, Contains("-fsyntax-only"));
  EXPECT_EQ(C.Command.back(), "/build/../src/a.cpp");
  EXPECT_THAT(C.Notes, IsEmpty());
}

TEST(Command, LaunchersAndDriverMode) {
  EXPECT_THAT(Cleaned({"ccache", "/usr/lib/distcc", "g++", "-c", "a.cpp"}).Command, Contains("--driver-mode=g++"));
  EXPECT_THAT(Cleaned({"x86_64-linux-gnu-g++-12", "a.cpp"}).Command, Contains("--target=x86_64-linux-gnu"));
  EXPECT_THAT(Cleaned({"x86_64-linux-gnu-g++-12", "a.cpp"}).Command, Contains("--driver-mode=g++"));
  EXPECT_THAT(Cleaned({"gcc", "a.c"}).Command, Contains("--driver-mode=gcc"));
  EXPECT_THAT(Cleaned({"clang++-17", "a.cpp"}).Command, Contains("--driver-mode=g++"));
}

TEST(Command, NothingIsLoaded) {
  Cleaned C({"c++", "-fplugin=evil.so", "-Xclang", "-load", "-Xclang", "evil.so", "-fpass-plugin=evil.so", "-Xclang",
             "-add-plugin", "-Xclang", "evil", "-mllvm", "-load=evil.so", "--config=evil.cfg", "a.cpp"});
  EXPECT_THAT(C.text(), Not(HasSubstr("evil")));
  EXPECT_THAT(C.Notes, Contains(HasSubstr("nothing is loaded")));
}

TEST(Command, FlagsOfOtherCompilersInOneNote) {
  Cleaned C({"g++", "-fno-lifetime-dse", "-fconserve-stack", "-fipa-pta", "-flto-partition=none", "-fno-such-flag",
             "-mno-such-thing", "-fmodules-ts", "-fdiagnostics-color=always", "-Wno-such-warning", "a.cpp"});
  ASSERT_EQ(C.Notes.size(), 1u);
  EXPECT_THAT(C.Notes[0], HasSubstr("-fno-such-flag"));
  EXPECT_THAT(C.text(), Not(HasSubstr("no-such")));
  EXPECT_THAT(C.text(), Not(HasSubstr("modules-ts")));
}

TEST(Command, ResponseFilesRelativeToTheDirectory) {
  Cleaned C({"g++", "@flags.rsp", "a.cpp"}, {{"/build/flags.rsp", "-DFROM_RESPONSE -Iinc"}});
  EXPECT_THAT(C.text(), HasSubstr("FROM_RESPONSE"));
}

TEST(Command, ForcedIncludeOfAPrecompiledHeader) {
  Cleaned Only({"g++", "-include", "pch.h", "a.cpp"}, {{"/build/pch.h.gch", "x"}});
  EXPECT_THAT(Only.text(), Not(HasSubstr("pch.h")));
  EXPECT_THAT(Only.Notes, Contains(HasSubstr("pch.h")));
  Cleaned Both({"g++", "-include", "pch.h", "a.cpp"}, {{"/build/pch.h.gch", "x"}, {"/build/pch.h", ""}});
  EXPECT_THAT(Both.text(), HasSubstr("-include pch.h"));
  Cleaned Cmake({"clang++", "-Winvalid-pch", "-Xclang", "-include-pch", "-Xclang", "/b/cmake_pch.hxx.pch", "-Xclang",
                 "-include", "-Xclang", "/b/cmake_pch.hxx", "a.cpp"});
  EXPECT_THAT(Cmake.text(), Not(HasSubstr(".pch ")));
  EXPECT_THAT(Cmake.text(), HasSubstr("-Xclang -include -Xclang /b/cmake_pch.hxx"));
}

TEST(Command, EmptyCommand) {
  EXPECT_EQ(Cleaned({}).Command.back(), "/build/../src/a.cpp");
  EXPECT_EQ(Cleaned({"g++"}).Command.back(), "/build/../src/a.cpp");
}

} // namespace
