// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker's side of Workers.h: requests in, replies out, one unit at a time.
//
// The pipes move away from descriptors 0 and 1, which become /dev/null: an `#include "/dev/stdin"` must not eat the
// next request, and a message the parser prints must not land in a reply.
#include "driver/Workers.h"
#include "llvm/Support/ErrorHandling.h"
#include <fcntl.h>
#include <new>
#include <unistd.h>

using namespace llvm;

namespace offmain {

namespace {

/// Duplicates a descriptor to where nobody looks for it.
int moveAway(int File) {
  int Away = ::fcntl(File, F_DUPFD_CLOEXEC, 100);
  int Nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  ::dup2(Nothing, File);
  ::close(Nothing);
  return Away;
}

[[noreturn]] void outOfMemory() { ::_exit(OutOfMemoryExitCode); }
void outOfMemoryInLlvm(void *, const char *, bool) { outOfMemory(); }

} // namespace

int runWorker() {
  int Requests = moveAway(STDIN_FILENO), Replies = moveAway(STDOUT_FILENO);
  std::set_new_handler(outOfMemory);
  install_bad_alloc_error_handler(outOfMemoryInLlvm);
  std::string Fields;
  while (readMessage(Requests, Fields)) {
    auto Request = decodeRequest(Fields);
    if (!Request)
      return 1;
    if (!writeAll(Replies, encode(extract(*Request, vfs::createPhysicalFileSystem()))))
      return 1;
  }
  return 0;
}

} // namespace offmain
