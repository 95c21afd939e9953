// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Output.h.
#include "driver/Output.h"
#include "driver/Interrupt.h"
#include "driver/Wire.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace offmain {

static Error failed(StringRef Path, int Code) {
  return createStringError("cannot write '%s': %s", Path.str().c_str(),
                           std::error_code(Code, std::generic_category()).message().c_str());
}

static Error writeTo(int File, StringRef Path, StringRef Bytes) {
  if (writeAll(File, Bytes) || errno == EPIPE)
    return Error::success();
  return failed(Path, errno);
}

/// The mode a file made with open() would have.
static mode_t modeFor(StringRef Path) {
  struct stat S;
  if (::stat(Path.str().c_str(), &S) == 0)
    return S.st_mode & 07777;
  mode_t Mask = ::umask(0);
  ::umask(Mask);
  return 0666 & ~Mask;
}

constexpr StringLiteral Unfinished = ".offmain-"; // and six letters: the new file until it is whole

/// Through a symbolic link the file it names is replaced, not the link.
static std::string targetOf(StringRef Path) {
  SmallString<256> Target;
  return sys::fs::real_path(Path, Target) ? Path.str() : std::string(Target);
}

void removeUnfinished(StringRef Path) {
  std::string Target = targetOf(Path), Prefix = (sys::path::filename(Target) + Unfinished).str();
  std::error_code Failed;
  for (sys::fs::directory_iterator At(sys::path::parent_path(Target), Failed), End; !Failed && At != End; At.increment(Failed)) {
    StringRef Name = sys::path::filename(At->path());
    if (Name.starts_with(Prefix) && Name.size() == Prefix.size() + 6)
      ::unlink(At->path().c_str());
  }
}

Error writeOutput(StringRef Path, StringRef Bytes) {
  if (Path.empty() || Path == "-")
    return writeTo(STDOUT_FILENO, "standard output", Bytes);
  struct stat S = {};
  std::string Name = Path.str();
  bool Exists = ::stat(Name.c_str(), &S) == 0;
  if (Exists && !S_ISREG(S.st_mode)) {
    int File = ::open(Name.c_str(), O_WRONLY | O_CLOEXEC);
    if (File < 0)
      return failed(Path, errno);
    Error E = writeTo(File, Path, Bytes);
    ::close(File);
    return E;
  }
  std::string Target = targetOf(Path), Temporary = Target + Unfinished.str() + "XXXXXX";
  int File = ::mkostemp(Temporary.data(), O_CLOEXEC);
  if (File < 0)
    return failed(Path, errno);
  interrupt::setTemporaryFile(Temporary);
  // It stays whose it was, where that is allowed; its bytes are there before its name is.
  bool Given = !Exists || ::fchown(File, S.st_uid, S.st_gid) == 0;
  bool Good = writeAll(File, Bytes) && ::fchmod(File, modeFor(Path) & (Given ? 07777 : 0777)) == 0 && ::fsync(File) == 0;
  int Code = errno;
  Good &= ::close(File) == 0;
  if (Good && ::rename(Temporary.c_str(), Target.c_str()) != 0) {
    Code = errno;
    Good = false;
  }
  if (!Good)
    ::unlink(Temporary.c_str());
  interrupt::setTemporaryFile("");
  return Good ? Error::success() : failed(Path, Code);
}

} // namespace offmain
