// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Resume.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace offmain::rt {

namespace {

constexpr unsigned char SystemCall[] = {0x0f, 0x05};

/// Calls that the kernel does not make again after a handler has run, and that can simply be made again.
bool repeatable(int64_t Number) {
  switch (Number) {
  case SYS_nanosleep:
  case SYS_clock_nanosleep:
  case SYS_poll:
  case SYS_ppoll:
  case SYS_select:
  case SYS_pselect6:
  case SYS_epoll_wait:
  case SYS_epoll_pwait:
  case SYS_futex:
  case SYS_rt_sigtimedwait:
  case SYS_semtimedop:
  case SYS_semop:
  case SYS_msgrcv:
  case SYS_msgsnd:
  case SYS_pause:
  case SYS_rt_sigsuspend:
    return true;
  }
  return false;
}

} // namespace

Blocked blockedIn(pid_t Thread) {
  Blocked B;
  char Path[64], Text[256];
  snprintf(Path, sizeof(Path), "/proc/self/task/%d/syscall", int(Thread));
  int File = open(Path, O_RDONLY | O_CLOEXEC);
  ssize_t N = File < 0 ? -1 : read(File, Text, sizeof(Text) - 1);
  if (File >= 0)
    close(File);
  if (N <= 0)
    return B;
  Text[N] = 0;
  // "202 0x7f… 0x80 0x0 0x0 0x0 0x0 0x7ffe… 0x7f…": number, arguments, stack pointer, instruction; or "running".
  char *At = Text, *End;
  int64_t Number = strtoll(At, &End, 10);
  if (End == At || Number < 0)
    return B;
  uint64_t Words[8];
  for (uint64_t &W : Words) {
    At = End;
    W = strtoull(At, &End, 16);
    if (End == At)
      return B;
  }
  for (unsigned I = 0; I < 6; ++I)
    B.Arguments[I] = Words[I];
  B.Pc = Words[7];
  B.Number = Number;
  return B;
}

void makeAgain(const Blocked &Call, ucontext_t &Context) {
  greg_t *R = Context.uc_mcontext.gregs;
  static constexpr int Passed[] = {REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8, REG_R9};
  if (!repeatable(Call.Number) || R[REG_RAX] != -EINTR || uint64_t(R[REG_RIP]) != Call.Pc)
    return;
  for (unsigned I = 0; I < 6; ++I)
    if (uint64_t(R[Passed[I]]) != Call.Arguments[I])
      return;
  auto *Instruction = reinterpret_cast<const unsigned char *>(Call.Pc) - sizeof(SystemCall);
  if (Instruction[0] != SystemCall[0] || Instruction[1] != SystemCall[1])
    return;
  // What is left of a sleep was written where the program asked for it.
  if (Call.Number == SYS_nanosleep && R[REG_RSI])
    R[REG_RDI] = R[REG_RSI];
  if (Call.Number == SYS_clock_nanosleep && !(R[REG_RSI] & TIMER_ABSTIME) && R[REG_R10])
    R[REG_RDX] = R[REG_R10];
  R[REG_RAX] = Call.Number;
  R[REG_RIP] -= sizeof(SystemCall);
}

} // namespace offmain::rt
