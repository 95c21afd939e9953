// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether this system lets code be written and run afterwards: strict ones (SELinux's execmod) do not. Tried on a page
// that maps a file, as the code of libraries does, and that nobody runs. Asked by `offmain run`, and again in the
// program, which may be under other rules.
#ifndef OFFMAIN_RUNTIME_PROBE_H
#define OFFMAIN_RUNTIME_PROBE_H

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace offmain::rt {

inline bool codeCanBeWritten() {
  constexpr size_t Page = 4096;
  int File = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (File < 0)
    return true; // nothing is known
  void *Got = ::mmap(nullptr, Page, PROT_READ | PROT_EXEC, MAP_PRIVATE, File, 0);
  ::close(File);
  if (Got == MAP_FAILED)
    return true;
  bool Good = ::mprotect(Got, Page, PROT_READ | PROT_WRITE) == 0;
  if (Good) {
    auto *First = static_cast<volatile char *>(Got);
    *First = char(*First + 1); // a page of our own from here on
    Good = ::mprotect(Got, Page, PROT_READ | PROT_EXEC) == 0;
  }
  ::munmap(Got, Page);
  return Good;
}

} // namespace offmain::rt

#endif
