// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define UNW_LOCAL_ONLY
#include "runtime/reporter/Stack.h"
#include <dlfcn.h>
#include <elf.h>
#include <libunwind.h>
#include <link.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern "C" offmain::rt::Shared offmain_rt_shared;

namespace offmain::rt {

namespace {

constexpr unsigned MaxModules = 1024;
Module Modules[MaxModules];
std::atomic<unsigned> ModuleCount;
pthread_mutex_t Learning = PTHREAD_MUTEX_INITIALIZER;

int addModule(dl_phdr_info *Info, size_t, void *) {
  uint64_t Begin = ~uint64_t(0), End = 0;
  for (unsigned I = 0; I < Info->dlpi_phnum; ++I) {
    const ElfW(Phdr) &P = Info->dlpi_phdr[I];
    if (P.p_type != PT_LOAD)
      continue;
    Begin = Info->dlpi_addr + P.p_vaddr < Begin ? Info->dlpi_addr + P.p_vaddr : Begin;
    End = Info->dlpi_addr + P.p_vaddr + P.p_memsz > End ? Info->dlpi_addr + P.p_vaddr + P.p_memsz : End;
  }
  unsigned Count = ModuleCount.load(std::memory_order_relaxed);
  for (unsigned I = 0; I < Count; ++I)
    if (Modules[I].Begin == Begin && Modules[I].End == End)
      return 0;
  if (Count == MaxModules || Begin >= End)
    return 0;
  Module &M = Modules[Count];
  M.Begin = Begin;
  M.End = End;
  M.Base = Info->dlpi_addr;
  const char *Path = Info->dlpi_name;
  ssize_t Length = -1;
  if (!Path || !*Path) // the executable
    Length = readlink("/proc/self/exe", M.Path, sizeof(M.Path) - 1);
  if (Length >= 0)
    M.Path[Length] = 0;
  else
    snprintf(M.Path, sizeof(M.Path), "%s", Path ? Path : "");
  M.Is = ownerOf(M.Path);
  ModuleCount.store(Count + 1, std::memory_order_release);
  return 0;
}

const Module *find(uint64_t Address) {
  // Later ones first: where a library was unloaded, its place may be taken.
  for (unsigned I = ModuleCount.load(std::memory_order_acquire); I-- > 0;)
    if (Address >= Modules[I].Begin && Address < Modules[I].End)
      return &Modules[I];
  return nullptr;
}

/// A displaced call is made from a hook's code, of which unwinders know nothing. The function itself was looked at when
/// it was entered, so nothing is lost by ending the stack there.
bool inHookCode(uint64_t Pc) {
  for (uint32_t I = 0, N = offmain_rt_shared.Count.load(std::memory_order_acquire); I < N; ++I)
    if (Pc - reinterpret_cast<uint64_t>(offmain_rt_shared.Libraries[I].Code) <
        offmain_rt_shared.Libraries[I].Plan->CodeSize)
      return true;
  return false;
}

/// libunwind, loaded for this library alone: linked in the ordinary way its _Unwind_RaiseException() could take the
/// place of the C++ library's own.
struct Unwinder {
  decltype(&unw_init_local2) Init = nullptr;
  decltype(&unw_step) Step = nullptr;
  decltype(&unw_get_reg) Get = nullptr;
};

#define OFFMAIN_NAME_OF(Macro) OFFMAIN_TEXT_OF(Macro)
#define OFFMAIN_TEXT_OF(Name) #Name
Unwinder loadUnwinder() {
  Unwinder U;
  void *Library = dlopen("libunwind.so.8", RTLD_NOW | RTLD_LOCAL);
  if (!Library)
    return U;
  // Its names are macros that say the machine.
  U.Init = reinterpret_cast<decltype(U.Init)>(dlsym(Library, OFFMAIN_NAME_OF(unw_init_local2)));
  U.Step = reinterpret_cast<decltype(U.Step)>(dlsym(Library, OFFMAIN_NAME_OF(unw_step)));
  U.Get = reinterpret_cast<decltype(U.Get)>(dlsym(Library, OFFMAIN_NAME_OF(unw_get_reg)));
  return U;
}
Unwinder U;

void walk(unw_context_t &Context, bool SignalFrame, Stack &Into) {
  unw_cursor_t Cursor;
  if (!U.Init || !U.Step || !U.Get || U.Init(&Cursor, &Context, SignalFrame ? UNW_INIT_SIGNAL_FRAME : 0) != 0)
    return;
  while (Into.Count < MaxFrames) {
    unw_word_t Pc = 0;
    if (U.Get(&Cursor, UNW_REG_IP, &Pc) != 0 || !Pc)
      return;
    Into.Pc[Into.Count++] = Pc;
    if (inHookCode(Pc)) {
      --Into.Count;
      return;
    }
    if (U.Step(&Cursor) <= 0)
      return;
  }
}

} // namespace

bool startUnwinding() {
  U = loadUnwinder();
  return U.Init && U.Step && U.Get;
}

void refreshModules() {
  pthread_mutex_lock(&Learning);
  dl_iterate_phdr(addModule, nullptr);
  pthread_mutex_unlock(&Learning);
}

const Module *moduleOf(uint64_t Address) { return find(Address); }

void *symbol(const char *Name, const char *FileName) {
  void *Found = dlsym(RTLD_DEFAULT, Name);
  for (unsigned I = 0, N = ModuleCount.load(std::memory_order_acquire); I < N && !Found; ++I) {
    const char *Slash = strrchr(Modules[I].Path, '/');
    if (!Slash || strncmp(Slash + 1, FileName, strlen(FileName)) != 0)
      continue;
    if (void *Library = dlopen(Modules[I].Path, RTLD_LAZY | RTLD_NOLOAD)) {
      Found = dlsym(Library, Name);
      dlclose(Library);
    }
  }
  return Found;
}

void unwind(const CallFrame &From, Stack &Into) {
  ucontext_t Context{};
  greg_t *R = Context.uc_mcontext.gregs;
  R[REG_RBX] = greg_t(From.Rbx);
  R[REG_RBP] = greg_t(From.Rbp);
  R[REG_R12] = greg_t(From.R12);
  R[REG_R13] = greg_t(From.R13);
  R[REG_R14] = greg_t(From.R14);
  R[REG_R15] = greg_t(From.R15);
  R[REG_RIP] = greg_t(*From.Return);
  R[REG_RSP] = greg_t(reinterpret_cast<uint64_t>(From.Return) + 8);
  static_assert(sizeof(unw_context_t) <= sizeof(ucontext_t), "libunwind's context is the kernel's on this machine");
  Into.Count = 0;
  walk(*reinterpret_cast<unw_context_t *>(&Context), false, Into);
  if (!Into.Count) // without an unwinder the caller is all that is known
    Into.Pc[Into.Count++] = *From.Return;
}

void unwind(const ucontext_t &From, Stack &Into) {
  ucontext_t Context = From;
  Into.Count = 0;
  walk(*reinterpret_cast<unw_context_t *>(&Context), true, Into);
}

bool cutAtLoop(Stack &Of, unsigned From, uint64_t LoopPc) {
  // The function that waits and the one that runs what has become ready are neighbours: one file of the loop's library.
  constexpr uint64_t Near = 16 << 10;
  for (unsigned I = From; I < Of.Count; ++I)
    if (Of.Pc[I] - LoopPc + Near < 2 * Near) {
      Of.Count = I;
      return true;
    }
  return Of.Count == MaxFrames; // deeper than what is looked at
}

unsigned firstOfProgram(const Stack &Of, bool Made) {
  for (unsigned I = 0; I < Of.Count; ++I) {
    const Module *M = moduleOf(Of.Pc[I] - 1);
    if (!M ? Made && I == 0 : M->Is == Owner::Program || M->Is == Owner::Interpreter)
      return I;
  }
  return Of.Count;
}

} // namespace offmain::rt
