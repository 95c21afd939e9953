// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dynamic linker's auditor (rtld-audit(7)): learns of each library before its constructors run, and hooks those
// that have a plan.
//
//   la_objopen ─▶ build id ─▶ plan file (made by the planner if missing)
//   la_activity(consistent) ─▶ write the hooks of what was opened
//
// Runs inside the linker, in a namespace of its own: only system calls and libc's simplest, no allocation, nothing of
// the C++ library. Rejected: wrapping dlopen() to see late libraries (it breaks RUNPATH look-ups, which go by the caller).
#include "runtime/audit/Patch.h"
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace offmain::rt;

extern "C" void offmain_rt_slow();
extern "C" __attribute__((visibility("hidden"))) const void *offmain_rt_enter(uint64_t Number, const CallFrame *Frame);

namespace {

/// Until the reporter is found, and if it never is: hooks then only pass.
Shared Alone;
Shared *Known = &Alone;
uint64_t NextHook = 0;

/// What the environment said when the program started: the program changes the very array that getenv() reads here.
char Plans[1024], Planner[1024], Libraries[2048];

void readEnvironment() {
  auto Copy = [](char *Into, size_t Size, const char *Name) {
    const char *Value = getenv(Name);
    snprintf(Into, Size, "%s", Value ? Value : "");
  };
  Copy(Plans, sizeof(Plans), PlansVariable);
  Copy(Planner, sizeof(Planner), PlannerVariable);
  Copy(Libraries, sizeof(Libraries), LibrariesVariable);
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

/// Runs the planner for a library that has no plan yet. What it says goes to stderr.
void makePlan(const char *Library, const char *Plan) {
  if (!*Planner)
    return;
  pid_t Child = fork();
  if (Child == 0) {
    unsetenv("LD_AUDIT");
    unsetenv("LD_PRELOAD");
    execl(Planner, "offmain", PlannerCommand, Library, Plan, static_cast<char *>(nullptr));
    _exit(127);
  }
  int Status;
  while (Child > 0 && waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
}

const PlanHeader *planFor(const link_map &Map) {
  char Id[65], Path[4096];
  if (!*Plans || !worthAPlan(fileName(Map.l_name)) || !buildId(Map, Id))
    return nullptr;
  if (snprintf(Path, sizeof(Path), "%s/%s", Plans, Id) >= static_cast<int>(sizeof(Path)))
    return nullptr;
  const PlanHeader *Plan = mapPlan(Path);
  if (!Plan) {
    makePlan(Map.l_name, Path);
    Plan = mapPlan(Path);
  }
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
  To->Count.store(Count);
  Known = To;
}

void hook(const Opened &O) {
  uint32_t Count = Known->Count.load();
  if (Count == MaxLibraries)
    return;
  HookedLibrary &L = Known->Libraries[Count];
  L.First = NextHook;
  snprintf(L.Path, sizeof(L.Path), "%s", O.Map->l_name);
  const char *Why = nullptr;
  if (!applyPlan(*O.Plan, O.Map->l_addr, reinterpret_cast<uint64_t>(offmain_rt_slow), NextHook, L, Why)) {
    snprintf(Known->Trouble, sizeof(Known->Trouble), "%s cannot be hooked: %s", O.Map->l_name, Why);
    return;
  }
  // A GUI thread that is known already is known to the new library as well.
  if (Count)
    L.Data->Gui = Known->Libraries[0].Data->Gui;
  NextHook += O.Plan->HookCount;
  Known->Count.store(Count + 1);
}

} // namespace

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

extern "C" unsigned la_objopen(link_map *Map, Lmid_t Namespace, uintptr_t *) {
  if (Namespace != LM_ID_BASE || !Map->l_name || !*Map->l_name)
    return 0;
  if (strcmp(fileName(Map->l_name), ReporterFile) == 0) {
    if (Shared *Found = findShared(*Map))
      adopt(Found);
    return 0;
  }
  if (WaitingCount < MaxLibraries)
    if (const PlanHeader *Plan = planFor(*Map))
      Waiting[WaitingCount++] = {Map, Plan};
  return 0;
}

extern "C" void la_activity(uintptr_t *, unsigned Flag) {
  if (Flag != LA_ACT_CONSISTENT)
    return;
  for (unsigned I = 0; I < WaitingCount; ++I)
    hook(Waiting[I]);
  WaitingCount = 0;
}
#pragma GCC visibility pop
