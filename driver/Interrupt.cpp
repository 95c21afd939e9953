// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Interrupt.h. Only async-signal-safe calls below the handler.
#include "driver/Interrupt.h"
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <limits.h>
#include <unistd.h>

namespace offmain::interrupt {

namespace {

constexpr size_t MaxChildren = 2048;
constexpr int InterruptedExitCode = 130;
std::atomic<pid_t> Children[MaxChildren];
char TemporaryFile[PATH_MAX];
std::atomic<bool> HasTemporaryFile;

void handle(int) {
  for (std::atomic<pid_t> &Child : Children)
    if (pid_t Id = Child.load(); Id > 0)
      ::kill(Id, SIGKILL);
  if (HasTemporaryFile.load())
    ::unlink(TemporaryFile);
  ::_exit(InterruptedExitCode);
}

} // namespace

void install() {
  struct sigaction Action = {};
  Action.sa_handler = handle;
  sigemptyset(&Action.sa_mask);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP}) {
    // A signal that whoever started us ignores (nohup) stays ignored.
    struct sigaction Before;
    if (::sigaction(Signal, nullptr, &Before) == 0 && Before.sa_handler != SIG_IGN)
      ::sigaction(Signal, &Action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

void addChild(pid_t Id) {
  for (std::atomic<pid_t> &Child : Children) {
    pid_t Free = 0;
    if (Child.compare_exchange_strong(Free, Id))
      return;
  }
}

void removeChild(pid_t Id) {
  for (std::atomic<pid_t> &Child : Children) {
    pid_t Expected = Id;
    if (Child.compare_exchange_strong(Expected, 0))
      return;
  }
}

void setTemporaryFile(llvm::StringRef Path) {
  HasTemporaryFile = false;
  if (Path.empty() || Path.size() >= sizeof(TemporaryFile))
    return;
  std::memcpy(TemporaryFile, Path.data(), Path.size());
  TemporaryFile[Path.size()] = 0;
  HasTemporaryFile = true;
}

} // namespace offmain::interrupt
