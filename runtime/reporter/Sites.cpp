// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Sites.h"
#include <sys/mman.h>
#include <sys/stat.h>

namespace offmain::rt {

namespace {

Counters Own; ///< until and unless the shared ones are there
Counters *Table = &Own;
uint32_t Most = MaxSites;

constexpr unsigned Slots = 2 * MaxSites;
struct Slot {
  std::atomic<uint64_t> Key;
  std::atomic<uint32_t> Number; ///< plus one; 0 while it is being given out
};
Slot Places[Slots];

uint64_t threadBit() {
  static std::atomic<unsigned> Next{0};
  static thread_local uint64_t Bit = uint64_t(1) << (Next.fetch_add(1, std::memory_order_relaxed) % 64);
  return Bit;
}

} // namespace

void openCounters(int Descriptor, unsigned MostTold) {
  Most = MostTold < MaxSites ? MostTold : MaxSites;
  struct stat S;
  bool Ours = Descriptor >= 0 && fstat(Descriptor, &S) == 0 && S.st_size == off_t(sizeof(Counters));
  void *Got = !Ours ? MAP_FAILED : mmap(nullptr, sizeof(Counters), PROT_READ | PROT_WRITE, MAP_SHARED, Descriptor, 0);
  if (Got != MAP_FAILED && static_cast<Counters *>(Got)->Version == CountersVersion)
    Table = static_cast<Counters *>(Got);
}

uint64_t siteKey(uint64_t A, uint64_t B) {
  uint64_t K = (A ^ (B * 0x9e3779b97f4a7c15u)) * 0xff51afd7ed558ccdu;
  K ^= K >> 32;
  return K ? K : 1;
}

static bool look(uint64_t Key, bool Add, Site &Into) {
  for (unsigned I = 0, At = Key % Slots; I < Slots; ++I, At = (At + 1) % Slots) {
    uint64_t There = Places[At].Key.load(std::memory_order_acquire);
    Into.New = false;
    if (!There) {
      if (!Add)
        return false;
      if (Table->Used.load(std::memory_order_relaxed) >= Most) {
        Table->Lost.fetch_add(1, std::memory_order_relaxed);
        return false;
      }
      if (Places[At].Key.compare_exchange_strong(There, Key)) {
        Into.Number = Table->Used.fetch_add(1);
        if (Into.Number >= MaxSites)
          return false;
        Places[At].Number.store(Into.Number + 1, std::memory_order_release);
        Into.New = true;
        Into.Counter = &Table->Sites[Into.Number];
        return true;
      }
    }
    if (There != Key)
      continue;
    uint32_t Number;
    while (!(Number = Places[At].Number.load(std::memory_order_acquire)))
      if (Table->Used.load() >= MaxSites)
        return false; // it was the one too many
    Into.Number = Number - 1;
    Into.Counter = &Table->Sites[Into.Number];
    return true;
  }
  return false;
}

bool siteOf(uint64_t Key, Site &Into) { return look(Key, true, Into); }
bool knownSite(uint64_t Key, Site &Into) { return look(Key, false, Into); }

void count(const Site &At) {
  At.Counter->Count.fetch_add(1, std::memory_order_relaxed);
  uint64_t Bit = threadBit();
  if (!(At.Counter->Threads.load(std::memory_order_relaxed) & Bit))
    At.Counter->Threads.fetch_or(Bit, std::memory_order_relaxed);
}

} // namespace offmain::rt
