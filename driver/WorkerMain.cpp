// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker's side of Workers.h: requests in, replies out, one unit at a time.
//
// The pipes move away from descriptors 0 and 1, which become /dev/null: an `#include "/dev/stdin"` must not eat the
// next request, and a message the parser prints must not land in a reply.
#include "driver/Workers.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Path.h"
#include <fcntl.h>
#include <map>
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

/// The disk, with some files as the task has them, whatever name they are reached by.
class EditedFiles : public vfs::ProxyFileSystem {
public:
  EditedFiles(IntrusiveRefCntPtr<vfs::FileSystem> Disk, ArrayRef<Overlaid> Overlay) : ProxyFileSystem(std::move(Disk)) {
    for (const Overlaid &File : Overlay) {
      Edited.addFile(File.Path, 0, MemoryBuffer::getMemBufferCopy(File.Text, File.Path));
      Names.insert(File.Path);
      if (auto Status = getUnderlyingFS().status(File.Path))
        ById[Status->getUniqueID()] = File.Path;
    }
  }
  ErrorOr<vfs::Status> status(const Twine &Path) override {
    if (auto Real = edited(Path))
      if (auto Status = Edited.status(*Real))
        return vfs::Status::copyWithNewName(*Status, Path);
    return ProxyFileSystem::status(Path);
  }
  ErrorOr<std::unique_ptr<vfs::File>> openFileForRead(const Twine &Path) override {
    if (auto Real = edited(Path))
      return Edited.openFileForRead(*Real); // under its real name, as the disk gives it
    return ProxyFileSystem::openFileForRead(Path);
  }

private:
  std::optional<std::string> edited(const Twine &Path) {
    SmallString<256> Absolute;
    Path.toVector(Absolute);
    if (getUnderlyingFS().makeAbsolute(Absolute))
      return std::nullopt;
    sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    if (Names.contains(Absolute))
      return std::string(Absolute);
    auto Status = getUnderlyingFS().status(Path); // a link's name has nothing of the file's
    auto Same = Status ? ById.find(Status->getUniqueID()) : ById.end();
    return Same == ById.end() ? std::nullopt : std::optional(Same->second);
  }

  vfs::InMemoryFileSystem Edited;
  StringSet<> Names;
  std::map<sys::fs::UniqueID, std::string> ById;
};

IntrusiveRefCntPtr<vfs::FileSystem> filesFor(const Task &T) {
  IntrusiveRefCntPtr<vfs::FileSystem> Disk = vfs::createPhysicalFileSystem();
  return T.Overlay.empty() ? Disk : makeIntrusiveRefCnt<EditedFiles>(Disk, T.Overlay);
}

/// Sets of shared headers by their stem, opened when the first unit asks.
using OpenSets = std::map<std::string, std::shared_ptr<const SharedHeaders>>;

Answer answer(const Task &T, OpenSets &Sets) {
  Answer A;
  if (!T.Group.empty()) {
    A.Sharing = shareHeaders(T.Group, T.Stem, filesFor(T));
  } else if (!T.Targets.empty()) {
    A.Proposals = fix::propose(T.Unit, filesFor(T), T.Targets);
  } else if (T.Stem.empty()) {
    A.Unit = extract(T.Unit, filesFor(T));
  } else {
    auto [It, New] = Sets.try_emplace(T.Stem);
    std::string Trouble;
    if (New) {
      if (auto Set = SharedHeaders::open(T.Stem))
        It->second = std::move(*Set);
      else
        Trouble = toString(Set.takeError());
    }
    A.Unit = extract(T.Unit, filesFor(T), It->second.get());
    if (!It->second)
      A.Unit.NotShared = Trouble.empty() ? "the set of headers cannot be read" : Trouble;
  }
  return A;
}

[[noreturn]] void outOfMemory() { ::_exit(OutOfMemoryExitCode); }
void outOfMemoryInLlvm(void *, const char *, bool) { outOfMemory(); }

} // namespace

int runWorker() {
  int Requests = moveAway(STDIN_FILENO), Replies = moveAway(STDOUT_FILENO);
  std::set_new_handler(outOfMemory);
  install_bad_alloc_error_handler(outOfMemoryInLlvm);
  OpenSets Sets;
  std::string Fields;
  while (readMessage(Requests, Fields)) {
    auto T = decodeTask(Fields);
    if (!T)
      return 1;
    if (!writeAll(Replies, encode(answer(*T, Sets))))
      return 1;
  }
  return 0;
}

} // namespace offmain
