// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dynamic linker's auditor (rtld-audit(7)): learns of each library before its constructors run, and hooks those
// that have a plan.
//
//   la_objopen ─▶ build id ─▶ plan file (made by the planner if missing)
//   la_activity(consistent) ─▶ write the hooks of what was opened
//
// Runs inside the linker, in a namespace of its own: only system calls and libc's simplest, no allocation, nothing of
// the C++ library. Rejected: wrapping dlopen() to see late libraries (it breaks RUNPATH look-ups, which go by the
// caller).
#include "runtime/Probe.h"
#include "runtime/Wire.h"
#include "runtime/audit/Patch.h"
#include "runtime/audit/Pointers.h"
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace offmain::rt;

extern "C" void offmain_rt_slow();
extern "C" __attribute__((visibility("hidden"))) const Shared *offmain_rt_known();
extern "C" __attribute__((visibility("hidden"))) const void *offmain_rt_enter(uint64_t Number, const CallFrame *Frame);

namespace {

constexpr char EntriesRefused[] = "this system does not let code be written: hooks are in pointers to functions, and "
                                  "calls inside of the toolkits are not seen";

/// Until the reporter is found, and if it never is: hooks then only pass.
Shared Alone;
Shared *Known = &Alone;
uint64_t NextHook = 0;

/// What the environment said when the program started: the program changes the very array that getenv() reads here.
char Plans[1024], Libraries[2048];
int Planner = -1;
ino_t PlannerInode;
/// Hooks are written at the functions' entries; if not, what points to them is changed.
bool Entries = true;
link_map *AnyMap = nullptr;

void readEnvironment() {
  auto Copy = [](char *Into, size_t Size, const char *Name) {
    const char *Value = getenv(Name);
    snprintf(Into, Size, "%s", Value ? Value : "");
  };
  Copy(Plans, sizeof(Plans), PlansVariable);
  Copy(Libraries, sizeof(Libraries), LibrariesVariable);
  const char *Socket = getenv(PlannerVariable);
  struct stat S;
  if (Socket && *Socket && fstat(atoi(Socket), &S) == 0 && S_ISSOCK(S.st_mode)) {
    Planner = atoi(Socket);
    PlannerInode = S.st_ino;
  }
  const char *Options = getenv(OptionsVariable);
  if (Options && strchr(Options, 'p'))
    Entries = false;
  else if (!codeCanBeWritten()) {
    Entries = false;
    snprintf(Known->Trouble, sizeof(Known->Trouble), "%s", EntriesRefused);
  }
}

struct Opened {
  link_map *Map;
  const PlanHeader *Plan;
};
Opened Waiting[MaxLibraries];
unsigned WaitingCount = 0;

const char *fileName(const char *Path) {
  const char *Slash = strrchr(Path, '/');
  return Slash ? Slash + 1 : Path;
}

/// Does the file's name begin with one of those in the environment?
bool worthAPlan(const char *File) {
  const char *List = Libraries;
  while (*List) {
    size_t N = strcspn(List, ":");
    if (N && strncmp(File, List, N) == 0)
      return true;
    List += N + (List[N] == ':');
  }
  return false;
}

/// The build id of a library as it is in memory, in hexadecimal. False if it has none.
bool buildId(const link_map &Map, char (&Hex)[65]) {
  auto *Header = reinterpret_cast<const ElfW(Ehdr) *>(Map.l_addr);
  auto *Segments = reinterpret_cast<const ElfW(Phdr) *>(Map.l_addr + Header->e_phoff);
  for (unsigned I = 0; I < Header->e_phnum; ++I) {
    if (Segments[I].p_type != PT_NOTE)
      continue;
    auto *At = reinterpret_cast<const char *>(Map.l_addr + Segments[I].p_vaddr);
    const char *End = At + Segments[I].p_memsz;
    while (At + sizeof(ElfW(Nhdr)) <= End) {
      auto *Note = reinterpret_cast<const ElfW(Nhdr) *>(At);
      const char *Name = At + sizeof(*Note);
      const char *Text = Name + ((Note->n_namesz + 3) & ~3u);
      if (Note->n_type == NT_GNU_BUILD_ID && Note->n_namesz == 4 && memcmp(Name, "GNU", 4) == 0 &&
          Note->n_descsz <= 32) {
        for (unsigned B = 0; B < Note->n_descsz; ++B)
          snprintf(Hex + 2 * B, 3, "%02x", static_cast<unsigned char>(Text[B]));
        return Note->n_descsz != 0;
      }
      At = Text + ((Note->n_descsz + 3) & ~3u);
    }
  }
  return false;
}

/// Has a plan made for a library that has none yet. Not here: to fork inside of somebody's program is to run all it
/// hooked to that.
const PlanHeader *makePlan(const char *Library, const char *Id, const char *Path) {
  struct stat S;
  // The program may have closed it, and opened something else there.
  if (Planner < 0 || fstat(Planner, &S) != 0 || S.st_ino != PlannerInode || !S_ISSOCK(S.st_mode))
    return nullptr;
  char Request[4096 + 80];
  int Size = snprintf(Request, sizeof(Request), "%s\n%s", Library, Id);
  if (Size >= static_cast<int>(sizeof(Request)) || send(Planner, Request, Size, MSG_NOSIGNAL) != Size)
    return nullptr;
  // Processes that share the socket may take each other's answers: the file tells.
  constexpr int StepMs = 50, MostMs = 30000;
  for (int Waited = 0; Waited < MostMs; Waited += StepMs) {
    pollfd Wait{Planner, POLLIN, 0};
    char Answer[80] = "";
    bool Answered = poll(&Wait, 1, StepMs) > 0 && recv(Planner, Answer, sizeof(Answer) - 1, MSG_DONTWAIT) > 0 &&
                    strcmp(Answer, Id) == 0; // and not to a question before
    if (const PlanHeader *Plan = mapPlan(Path))
      return Plan;
    if (Answered || (Wait.revents & (POLLHUP | POLLERR)))
      break;
  }
  return nullptr;
}

const PlanHeader *planFor(const link_map &Map) {
  char Id[65], Path[4096];
  if (!*Plans || !worthAPlan(fileName(Map.l_name)) || !buildId(Map, Id))
    return nullptr;
  if (snprintf(Path, sizeof(Path), "%s/%s", Plans, Id) >= static_cast<int>(sizeof(Path)))
    return nullptr;
  const PlanHeader *Plan = mapPlan(Path);
  if (!Plan)
    Plan = makePlan(Map.l_name, Id, Path);
  return Plan && Plan->HookCount ? Plan : nullptr;
}

/// The reporter's object: looked up by hand, since the linker would not look into another namespace.
Shared *findShared(const link_map &Reporter) {
  const ElfW(Sym) *Symbols = nullptr;
  const char *Strings = nullptr;
  for (const ElfW(Dyn) *D = Reporter.l_ld; D->d_tag != DT_NULL; ++D) {
    // glibc adds the load address to these.
    if (D->d_tag == DT_SYMTAB)
      Symbols = reinterpret_cast<const ElfW(Sym) *>(D->d_un.d_ptr);
    if (D->d_tag == DT_STRTAB)
      Strings = reinterpret_cast<const char *>(D->d_un.d_ptr);
  }
  if (!Symbols || !Strings)
    return nullptr;
  // The string table follows the symbol table in what linkers write.
  for (const ElfW(Sym) *S = Symbols; reinterpret_cast<const char *>(S + 1) <= Strings; ++S)
    if (S->st_value && strcmp(Strings + S->st_name, SharedSymbol) == 0) {
      auto *Found = reinterpret_cast<Shared *>(Reporter.l_addr + S->st_value);
      return Found->Version == SharedVersion ? Found : nullptr;
    }
  return nullptr;
}

void adopt(Shared *To) {
  uint32_t Count = Known->Count.load();
  for (uint32_t I = 0; I < Count; ++I)
    To->Libraries[I] = Known->Libraries[I];
  memcpy(To->Trouble, Known->Trouble, sizeof(To->Trouble));
  To->ChangePointers.store(Known->ChangePointers.load());
  To->Count.store(Count);
  Known = To;
}

void changeAll() { changePointers(*Known, AnyMap); }

void hook(const Opened &O) {
  uint32_t Count = Known->Count.load();
  if (Count == MaxLibraries)
    return;
  HookedLibrary &L = Known->Libraries[Count];
  L.Base = O.Map->l_addr;
  L.First = NextHook;
  snprintf(L.Path, sizeof(L.Path), "%s", O.Map->l_name);
  const char *Why = nullptr;
  if (!applyPlan(*O.Plan, reinterpret_cast<uint64_t>(offmain_rt_slow), Entries, L, Why)) {
    snprintf(Known->Trouble, sizeof(Known->Trouble), "%s cannot be hooked: %s", O.Map->l_name, Why);
    return;
  }
  if (Why)
    snprintf(Known->Trouble, sizeof(Known->Trouble), "%s", EntriesRefused);
  if (L.ByPointers)
    Known->ChangePointers.store(changeAll);
  // A GUI thread that is known already is known to the new library as well.
  if (Count)
    L.Data->Gui = Known->Libraries[0].Data->Gui;
  NextHook += O.Plan->HookCount;
  Known->Count.store(Count + 1);
}

} // namespace

extern "C" const Shared *offmain_rt_known() { return Known; }

extern "C" const void *offmain_rt_enter(uint64_t Number, const CallFrame *Frame) {
  for (uint32_t I = 0, N = Known->Count.load(std::memory_order_acquire); I < N; ++I) {
    const HookedLibrary &L = Known->Libraries[I];
    if (Number - L.First >= L.Plan->HookCount)
      continue;
    const Hook &H = part<Hook>(*L.Plan, L.Plan->Hooks)[Number - L.First];
    int Errno = errno;
    if (auto *OnCall = Known->OnCall.load(std::memory_order_acquire))
      OnCall(L, H, *Frame);
    errno = Errno;
    return L.Code + H.Resume;
  }
  __builtin_trap(); // a hook of no library
}

#pragma GCC visibility push(default)
extern "C" unsigned la_version(unsigned Version) {
  readEnvironment();
  return Version < LAV_CURRENT ? Version : LAV_CURRENT;
}

extern "C" unsigned la_objopen(link_map *Map, Lmid_t Namespace, uintptr_t *Cookie) {
  if (Namespace != LM_ID_BASE)
    return 0;
  *Cookie = reinterpret_cast<uintptr_t>(Map);
  AnyMap = AnyMap ? AnyMap : Map; // the program itself, which stays
  unsigned Bindings = Entries ? 0 : LA_FLG_BINDTO | LA_FLG_BINDFROM;
  if (!Map->l_name || !*Map->l_name)
    return Bindings;
  if (strcmp(fileName(Map->l_name), ReporterFile) == 0) {
    if (Shared *Found = findShared(*Map))
      adopt(Found);
    return Bindings;
  }
  if (WaitingCount < MaxLibraries)
    if (const PlanHeader *Plan = planFor(*Map))
      Waiting[WaitingCount++] = {Map, Plan};
  return Bindings;
}

/// A library may go before it was ever consistent: another one that it needs was not found.
extern "C" unsigned la_objclose(uintptr_t *Cookie) {
  unsigned Kept = 0;
  for (unsigned I = 0; I < WaitingCount; ++I)
    if (reinterpret_cast<uintptr_t>(Waiting[I].Map) != *Cookie)
      Waiting[Kept++] = Waiting[I];
  WaitingCount = Kept;
  return 0;
}

/// The program's libraries are relocated, and nothing of it has run.
extern "C" void la_preinit(uintptr_t *) {
  if (Known->ChangePointers.load())
    changeAll();
}

extern "C" void la_activity(uintptr_t *, unsigned Flag) {
  if (Flag != LA_ACT_CONSISTENT)
    return;
  for (unsigned I = 0; I < WaitingCount; ++I)
    hook(Waiting[I]);
  WaitingCount = 0;
}
#pragma GCC visibility pop
