// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A few lines of C or C++ → the contexts its functions run in. The toolkits are stood in for by declarations of the same
// names, so that a test shows all there is; the real headers are the rule tests' business (test/checks).
#ifndef OFFMAIN_TEST_UNIT_SOLVE_SOLVED_H
#define OFFMAIN_TEST_UNIT_SOLVE_SOLVED_H

#include "extract/Extract.h"
#include "link/Link.h"
#include "solve/Solve.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "gtest/gtest.h"

namespace offmain {

class Solved {
public:
  /// `Suffix`: "c" or "cpp". Several texts are several units of one program; they may include "shared.h".
  Solved(std::vector<std::string> Texts, std::string Suffix, std::string Models = "", std::string Shared = "") {
    auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::createPhysicalFileSystem());
    Files->pushOverlay(Memory);
    Memory->addFile("/project/src/shared.h", 0, llvm::MemoryBuffer::getMemBufferCopy(Shared));
    std::vector<facts::UnitView> Units;
    for (size_t I = 0; I < Texts.size(); ++I) {
      std::string Name = "/project/src/unit" + std::to_string(I) + "." + Suffix;
      Memory->addFile(Name, 0, llvm::MemoryBuffer::getMemBufferCopy(Texts[I]));
      ExtractResult R = extract({"/", Name, {Suffix == "c" ? "cc" : "c++", "-c", Name}}, Files);
      EXPECT_EQ(R.FatalMessage, "");
      EXPECT_EQ(R.Errors, 0u);
      auto View = facts::open(llvm::MemoryBuffer::getMemBufferCopy(R.Facts));
      if (!View) {
        ADD_FAILURE() << llvm::toString(View.takeError());
        continue;
      }
      Units.push_back(*View);
    }
    P = link(Units);
    ModelSet M = ModelSet::builtin();
    if (!Models.empty())
      if (llvm::Error E = M.add(llvm::MemoryBufferRef(Models, "/project/.offmain.yaml")))
        ADD_FAILURE() << llvm::toString(std::move(E));
    S.emplace(solve(P, std::move(M)));
  }

  FunctionId function(llvm::StringRef Name) const {
    for (uint32_t F = 0; F < P.Functions.size(); ++F)
      if (P.text(P.Functions[F].Name) == Name && P.Functions[F].hasBody())
        return FunctionId(F);
    return FunctionId();
  }

  /// "worker handler": the contexts of a function with a body; "?" if there is none of that name.
  std::string contexts(llvm::StringRef Name) const {
    FunctionId F = function(Name);
    if (!F)
      return "?";
    std::string Out;
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
      if (S->contexts(F) & maskOf(Ctx(C)))
        Out += (Out.empty() ? "" : " ") + shortName(Ctx(C)).str();
    return Out;
  }

  /// The contexts in which `Caller` calls `Callee` (its first call of it).
  std::string at(llvm::StringRef Caller, llvm::StringRef Callee) const {
    FunctionId F = function(Caller);
    if (!F)
      return "?";
    for (SiteId Id : S->impl().T->sitesOf(F)) {
      if (!P[Id].Callee || P.name(P[Id].Callee) != Callee)
        continue;
      std::string Out;
      for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
        if (S->contextsAt(Id) & maskOf(Ctx(C)))
          Out += (Out.empty() ? "" : " ") + shortName(Ctx(C)).str();
      return Out;
    }
    return "no call";
  }

  /// The functions the witness of `Name` in context C goes through, "a > b > c".
  std::string chain(llvm::StringRef Name, Ctx C) const {
    std::string Out;
    for (const Step &St : S->witness(function(Name), C))
      Out += (Out.empty() ? "" : " > ") + St.Function;
    return Out;
  }

  Program P;
  std::optional<Solution> S;
};

inline const char *Posix = R"(
typedef unsigned long pthread_t;
int pthread_create(pthread_t *, const void *, void *(*)(void *), void *);
pthread_t pthread_self(void);
int pthread_equal(pthread_t, pthread_t);
typedef int (*GSourceFunc)(void *);
unsigned g_idle_add(GSourceFunc, void *);
void gdk_threads_enter(void);
void gdk_threads_leave(void);
void touch(void);
)";

} // namespace offmain

#endif
