// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The driver's side of the worker protocol against workers that misbehave: shell scripts in the worker's place. What
// real workers do with real sources is in test/driver.
#include "driver/Workers.h"
#include "driver/Interrupt.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace offmain;
using namespace llvm;

namespace {

struct Workers : testing::Test {
  /// A worker that ends before it read its request must not end the test by SIGPIPE.
  static void SetUpTestSuite() { interrupt::install(); }
};

/// Runs one unit against a script; gives the failure told.
std::string failureOf(StringRef Script, unsigned Seconds = 20) {
  SmallString<128> Path;
  int File;
  EXPECT_FALSE(sys::fs::createTemporaryFile("offmain-worker", "sh", File, Path));
  raw_fd_ostream(File, true) << "#!/bin/sh\n" << Script << "\n";
  sys::fs::setPermissions(Path, sys::fs::all_all);
  WorkerOptions O;
  O.Executable = std::string(Path);
  O.TimeLimitSeconds = Seconds;
  std::string Failure = "(no answer)";
  unsigned Answers = 0;
  std::string Trouble = extractAll(ExtractRequest{"/", "/a.c", {"cc"}}, O, [&](size_t, UnitOutcome Got) {
    Failure = Got.Failure;
    ++Answers;
  });
  EXPECT_EQ(Trouble, "");
  EXPECT_EQ(Answers, 1u);
  sys::fs::remove(Path);
  return Failure;
}

TEST_F(Workers, ACrashIsTold) {
  EXPECT_EQ(failureOf("kill -SEGV $$"), "the parser crashed (Segmentation fault)");
  EXPECT_EQ(failureOf("echo 'LLVM ERROR: out of luck' >&2; kill -ABRT $$"),
            "the parser crashed (Aborted): LLVM ERROR: out of luck");
}

TEST_F(Workers, AHangIsEnded) { EXPECT_EQ(failureOf("exec sleep 1000", 1), "the parser did not finish within 1 s"); }

TEST_F(Workers, EndingsAreTold) {
  EXPECT_EQ(failureOf("exit 5"), "the worker ended with status 5");
  EXPECT_EQ(failureOf("exit 77"),
            "the parser needed more than " + std::to_string(DefaultMemoryLimitMegabytes) + " MB of memory");
}

TEST_F(Workers, NonsenseIsACrash) {
  EXPECT_EQ(failureOf("echo here are some words that are no message; exec sleep 1000"),
            "the worker's answer made no sense");
}

TEST_F(Workers, AnExecutableThatIsNotThere) {
  WorkerOptions O;
  O.Executable = "/nowhere/offmain";
  std::string Failure;
  extractAll(ExtractRequest{"/", "/a.c", {"cc"}}, O, [&](size_t, UnitOutcome Got) { Failure = Got.Failure; });
  EXPECT_EQ(Failure, "the worker could not be started");
}

} // namespace
