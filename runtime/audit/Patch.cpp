// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/audit/Patch.h"
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace offmain::rt {

namespace {

constexpr uint64_t Page = 4096;
/// A 32-bit distance, less what a library may itself be long.
constexpr uint64_t Reach = (uint64_t(1) << 31) - (uint64_t(128) << 20);

bool reaches(uint64_t Region, uint64_t Size, uint64_t From, uint64_t To) {
  uint64_t Low = Region < From ? Region : From, High = Region + Size > To ? Region + Size : To;
  return High - Low < Reach;
}

/// Room for the hooks within reach of the library's text; null if there is none.
uint8_t *roomNear(uint64_t From, uint64_t To, uint64_t Size) {
  auto Try = [&](uint64_t Where, int Fixed) -> uint8_t * {
    void *Got = ::mmap(reinterpret_cast<void *>(Where), Size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | Fixed, -1, 0);
    if (Got == MAP_FAILED)
      return nullptr;
    if (reaches(reinterpret_cast<uint64_t>(Got), Size, From, To))
      return static_cast<uint8_t *>(Got);
    ::munmap(Got, Size);
    return nullptr;
  };
  if (uint8_t *Got = Try(0, 0))
    return Got;
  constexpr uint64_t Step = uint64_t(1) << 20;
  for (uint64_t Away = Step; Away < Reach; Away += Step) {
    if (From > Away + Size)
      if (uint8_t *Got = Try((From - Away - Size) & ~(Page - 1), MAP_FIXED_NOREPLACE))
        return Got;
    if (uint8_t *Got = Try((To + Away) & ~(Page - 1), MAP_FIXED_NOREPLACE))
      return Got;
  }
  return nullptr;
}

void put32(uint8_t *At, uint64_t Value) {
  uint32_t Low = static_cast<uint32_t>(Value);
  memcpy(At, &Low, sizeof(Low));
}

/// Writes one hook's jump. False if something else stands there than the plan knows.
bool patch(const Hook &H, uint64_t Base, const uint8_t *Code) {
  auto *At = reinterpret_cast<uint8_t *>(Base + H.Patch);
  if (memcmp(At, H.Before, H.Moved) != 0 ||
      (H.Pad && memcmp(reinterpret_cast<uint8_t *>(Base + H.Pad), H.PadBefore, sizeof(H.PadBefore)) != 0))
    return false;
  uint64_t Target = reinterpret_cast<uint64_t>(Code) + H.Code;
  uint64_t Long = H.Pad ? Base + H.Pad : Base + H.Patch;
  auto *Jump = reinterpret_cast<uint8_t *>(Long);
  Jump[0] = 0xe9;
  put32(Jump + 1, Target - (Long + 5));
  if (H.Pad) {
    At[0] = 0xeb;
    At[1] = static_cast<uint8_t>(H.Pad - (H.Patch + 2));
  }
  return true;
}

/// Puts the library's own code back, from its file. False if that cannot be done either.
bool mapAgain(const char *Path, uint64_t Base, uint64_t From, uint64_t To) {
  auto *Header = reinterpret_cast<const Elf64_Ehdr *>(Base);
  auto *Segments = reinterpret_cast<const Elf64_Phdr *>(Base + Header->e_phoff);
  for (unsigned I = 0; I < Header->e_phnum; ++I) {
    const Elf64_Phdr &S = Segments[I];
    if (S.p_type != PT_LOAD || !(S.p_flags & PF_X) || From - Base - S.p_vaddr >= S.p_filesz)
      continue;
    int File = ::open(Path, O_RDONLY | O_CLOEXEC);
    if (File < 0)
      return false;
    void *Got = ::mmap(reinterpret_cast<void *>(From), To - From, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_FIXED, File,
                       off_t(S.p_offset + (From - Base - S.p_vaddr)));
    ::close(File);
    return Got != MAP_FAILED;
  }
  return false;
}

/// The jumps, at the entries of the functions.
bool writeEntries(const PlanHeader &Plan, HookedLibrary &Into, const char *&Why) {
  uint64_t From = Into.Base + Plan.TextBegin, To = Into.Base + Plan.TextEnd;
  auto *Text = reinterpret_cast<void *>(From);
  if (::mprotect(Text, To - From, PROT_READ | PROT_WRITE) != 0) {
    Why = strerror(errno);
    return false;
  }
  auto *Hooks = part<Hook>(Plan, Plan.Hooks);
  for (uint32_t I = 0; I < Plan.HookCount; ++I)
    ++(patch(Hooks[I], Into.Base, Into.Code) ? Into.Patched : Into.Refused);
  if (::mprotect(Text, To - From, PROT_READ | PROT_EXEC) == 0)
    return true;
  Why = strerror(errno);
  Into.Patched = Into.Refused = 0;
  if (!mapAgain(Into.Path, Into.Base, From, To)) {
    static const char Text[] = "offmain: the code of a library was written and cannot be made executable again\n";
    (void)!::write(STDERR_FILENO, Text, sizeof(Text) - 1);
    ::_exit(126);
  }
  return false;
}

} // namespace

const PlanHeader *mapPlan(const char *Path) {
  // It becomes code of this process: nobody else may have written it.
  int File = ::open(Path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (File < 0)
    return nullptr;
  struct stat S;
  void *Got = MAP_FAILED;
  if (::fstat(File, &S) == 0 && (S.st_uid == ::geteuid() || S.st_uid == 0) && !(S.st_mode & S_IWOTH) &&
      S.st_size >= static_cast<off_t>(sizeof(PlanHeader)))
    Got = ::mmap(nullptr, S.st_size, PROT_READ, MAP_PRIVATE, File, 0);
  ::close(File);
  if (Got == MAP_FAILED)
    return nullptr;
  auto *Plan = static_cast<const PlanHeader *>(Got);
  if (Plan->Magic == PlanMagic && Plan->Version == PlanVersion && Plan->Size == S.st_size)
    return Plan;
  ::munmap(Got, S.st_size);
  return nullptr;
}

bool applyPlan(const PlanHeader &Plan, uint64_t Slow, bool Entries, HookedLibrary &Into, const char *&Why) {
  uint64_t From = Into.Base + Plan.TextBegin, To = Into.Base + Plan.TextEnd;
  uint64_t Size = Page + ((Plan.CodeSize + Page - 1) & ~(Page - 1));
  uint8_t *Room = roomNear(From, To, Size);
  if (!Room) {
    Why = "there is no free memory within reach of it";
    return false;
  }
  uint8_t *Code = Room + Page;
  auto *Data = reinterpret_cast<HookData *>(Room);
  Data->Slow = Slow;
  Data->FirstHook = Into.First;
  memcpy(Code, part<uint8_t>(Plan, Plan.Code), Plan.CodeSize);
  auto *Fixups = part<Fixup>(Plan, Plan.Fixups);
  for (uint32_t I = 0; I < Plan.FixupCount; ++I) {
    const Fixup &F = Fixups[I];
    put32(Code + F.At, Into.Base + F.Target - (reinterpret_cast<uint64_t>(Code) + F.At + 4 + F.Trail));
  }
  if (::mprotect(Code, Size - Page, PROT_READ | PROT_EXEC) != 0) {
    Why = strerror(errno);
    ::munmap(Room, Size);
    return false;
  }
  Into.Plan = &Plan;
  Into.Data = Data;
  Into.Code = Code;
  Into.Patched = Into.Refused = 0;
  Into.ByPointers = !Entries || !writeEntries(Plan, Into, Why);
  if (Into.ByPointers)
    Into.Patched = Plan.HookCount;
  return true;
}

} // namespace offmain::rt
