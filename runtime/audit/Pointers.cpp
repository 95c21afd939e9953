// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/audit/Pointers.h"
#include "runtime/audit/Patch.h"
#include <elf.h>
#include <string.h>
#include <sys/mman.h>

namespace offmain::rt {

namespace {

constexpr uint64_t Page = 4096;
constexpr uint8_t Endbr64[] = {0xf3, 0x0f, 0x1e, 0xfa};

/// Where a hook's function begins: before the endbr64 that is left in front of a jump.
uint64_t entryOf(const HookedLibrary &L, const Hook &H) {
  uint64_t At = L.Base + H.Patch;
  bool Behind = memcmp(reinterpret_cast<const void *>(At - sizeof(Endbr64)), Endbr64, sizeof(Endbr64)) == 0;
  return Behind ? At - sizeof(Endbr64) : At;
}

struct Range {
  uint64_t Begin = 0, End = 0;
};

/// What the linker has made read-only after relocation.
Range readOnlyAfter(const link_map &Map) {
  auto *Header = reinterpret_cast<const Elf64_Ehdr *>(Map.l_addr);
  Range R;
  // An executable at a fixed address has no header at l_addr, which is 0 then.
  if (!Map.l_addr)
    return R;
  auto *Segments = reinterpret_cast<const Elf64_Phdr *>(Map.l_addr + Header->e_phoff);
  for (unsigned I = 0; I < Header->e_phnum; ++I)
    if (Segments[I].p_type == PT_GNU_RELRO) {
      R.Begin = (Map.l_addr + Segments[I].p_vaddr) & ~(Page - 1);
      R.End = (Map.l_addr + Segments[I].p_vaddr + Segments[I].p_memsz) & ~(Page - 1);
    }
  return R;
}

/// Calls Visit(slot) for each pointer that relocation has written.
template <class F> void eachPointer(const link_map &Map, F Visit) {
  uint64_t Tables[2] = {}, Sizes[2] = {}, Relative = 0, RelativeSize = 0;
  auto Address = [&](uint64_t P) { return P < Map.l_addr ? P + Map.l_addr : P; };
  for (const Elf64_Dyn *D = Map.l_ld; D->d_tag != DT_NULL; ++D) {
    uint64_t V = D->d_un.d_val;
    switch (D->d_tag) {
    case DT_RELA:
      Tables[0] = Address(V);
      break;
    case DT_RELASZ:
      Sizes[0] = V;
      break;
    case DT_JMPREL:
      Tables[1] = Address(V);
      break;
    case DT_PLTRELSZ:
      Sizes[1] = V;
      break;
    case DT_RELR:
      Relative = Address(V);
      break;
    case DT_RELRSZ:
      RelativeSize = V;
      break;
    }
  }
  for (unsigned T = 0; T < 2; ++T)
    for (uint64_t I = 0; Tables[T] && I < Sizes[T] / sizeof(Elf64_Rela); ++I) {
      const Elf64_Rela &R = reinterpret_cast<const Elf64_Rela *>(Tables[T])[I];
      switch (ELF64_R_TYPE(R.r_info)) {
      case R_X86_64_64:
      case R_X86_64_GLOB_DAT:
      case R_X86_64_JUMP_SLOT:
      case R_X86_64_RELATIVE:
        Visit(reinterpret_cast<uint64_t *>(Map.l_addr + R.r_offset));
      }
    }
  // An even word is an address; an odd one is a map of the 63 words that follow (the ELF gABI's SHT_RELR).
  uint64_t *Next = nullptr;
  for (uint64_t I = 0; Relative && I < RelativeSize / sizeof(uint64_t); ++I) {
    uint64_t Word = reinterpret_cast<const uint64_t *>(Relative)[I];
    if (!(Word & 1)) {
      Next = reinterpret_cast<uint64_t *>(Map.l_addr + Word);
      Visit(Next++);
      continue;
    }
    for (unsigned Bit = 1; Bit < 64; ++Bit)
      if (Word >> Bit & 1)
        Visit(Next + Bit - 1);
    Next += 63;
  }
}

void change(const Shared &Known, const link_map &Map) {
  Range Sealed = readOnlyAfter(Map);
  bool Open = false;
  eachPointer(Map, [&](uint64_t *Slot) {
    uint64_t To = hooked(Known, *Slot);
    if (To == *Slot)
      return;
    auto At = reinterpret_cast<uint64_t>(Slot);
    if (!Open && At >= Sealed.Begin && At < Sealed.End) {
      if (::mprotect(reinterpret_cast<void *>(Sealed.Begin), Sealed.End - Sealed.Begin, PROT_READ | PROT_WRITE) != 0)
        return;
      Open = true;
    }
    __atomic_store_n(Slot, To, __ATOMIC_RELAXED);
  });
  if (Open)
    ::mprotect(reinterpret_cast<void *>(Sealed.Begin), Sealed.End - Sealed.Begin, PROT_READ);
}

} // namespace

uint64_t hooked(const Shared &Known, uint64_t Address) {
  for (uint32_t I = 0, N = Known.Count.load(std::memory_order_acquire); I < N; ++I) {
    const HookedLibrary &L = Known.Libraries[I];
    if (!L.ByPointers || Address < L.Base + L.Plan->TextBegin || Address >= L.Base + L.Plan->TextEnd)
      continue;
    // Hooks are in the order of their addresses.
    auto *Hooks = part<Hook>(*L.Plan, L.Plan->Hooks);
    uint32_t Low = 0, High = L.Plan->HookCount;
    while (Low < High) {
      uint32_t Middle = Low + (High - Low) / 2;
      if (entryOf(L, Hooks[Middle]) < Address)
        Low = Middle + 1;
      else
        High = Middle;
    }
    if (Low < L.Plan->HookCount && entryOf(L, Hooks[Low]) == Address)
      return reinterpret_cast<uint64_t>(L.Code) + Hooks[Low].Code;
  }
  return Address;
}

void changePointers(const Shared &Known, link_map *Any) {
  while (Any && Any->l_prev)
    Any = Any->l_prev;
  for (; Any; Any = Any->l_next)
    if (Any->l_ld)
      change(Known, *Any);
}

} // namespace offmain::rt
