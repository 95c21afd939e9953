// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/plan/Rtti.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/Support/Endian.h"

using namespace llvm;
using namespace llvm::object;

namespace offmain::rt {

/// "_ZTI6QLabel" → "QLabel"; "" for anything else.
static std::string className(StringRef Symbol) {
  if (!Symbol.starts_with("_ZTI"))
    return "";
  std::string Name = demangle(Symbol);
  StringRef Rest = Name;
  if (!Rest.consume_front("typeinfo for ") || Rest.contains('<'))
    return "";
  return Rest.str();
}

namespace {

/// What is written into a typeinfo object when the library is loaded.
struct Slot {
  StringRef Symbol;     ///< by name
  uint64_t Address = 0; ///< or an address of the library itself
};

} // namespace

ClassTree::ClassTree(const ELF64LEObjectFile &Library) {
  DenseMap<uint64_t, std::string> At; // typeinfo address → class
  for (const ELFSymbolRef &S : Library.getDynamicSymbolIterators()) {
    auto Name = S.getName();
    auto Address = S.getAddress();
    if (!Name || !Address) {
      consumeError(Name.takeError());
      consumeError(Address.takeError());
      continue;
    }
    if (*Address)
      if (std::string Class = className(*Name); !Class.empty())
        At[*Address] = std::move(Class);
  }
  if (At.empty())
    return;
  DenseMap<uint64_t, Slot> Slots;
  for (const SectionRef &Section : static_cast<const ObjectFile &>(Library).dynamic_relocation_sections())
    for (const RelocationRef &R : Section.relocations()) {
      Slot S;
      if (R.getType() == ELF::R_X86_64_RELATIVE) {
        auto Addend = ELFRelocationRef(R).getAddend();
        if (!Addend) {
          consumeError(Addend.takeError());
          continue;
        }
        S.Address = *Addend;
      } else if (R.getType() == ELF::R_X86_64_64) {
        auto Symbol = R.getSymbol();
        if (Symbol == Library.symbol_end())
          continue;
        auto Name = Symbol->getName();
        if (!Name) {
          consumeError(Name.takeError());
          continue;
        }
        S.Symbol = *Name;
      } else {
        continue;
      }
      Slots[R.getOffset()] = S;
    }
  auto ClassIn = [&](uint64_t Where) -> std::string {
    auto It = Slots.find(Where);
    if (It == Slots.end())
      return "";
    if (!It->second.Symbol.empty())
      return className(It->second.Symbol);
    auto Known = At.find(It->second.Address);
    return Known == At.end() ? "" : Known->second;
  };
  for (auto &[Address, Class] : At) {
    StringRef Kind = Slots.lookup(Address).Symbol;
    std::vector<std::string> Bases;
    if (Kind.contains("__si_class_type_info")) {
      Bases.push_back(ClassIn(Address + 16));
    } else if (Kind.contains("__vmi_class_type_info")) {
      // vptr, name, flags and count (4 bytes each), then for each base: its typeinfo, offset and flags
      auto Count = Library.getELFFile().toMappedAddr(Address + 20);
      if (!Count) {
        consumeError(Count.takeError());
        continue;
      }
      for (uint32_t I = 0, N = std::min(support::endian::read32le(*Count), 64u); I < N; ++I)
        Bases.push_back(ClassIn(Address + 24 + 16 * uint64_t(I)));
    }
    llvm::erase_if(Bases, [](const std::string &B) { return B.empty(); });
    if (!Bases.empty())
      Direct[Class] = std::move(Bases);
  }
}

SmallVector<StringRef, 8> ClassTree::bases(StringRef Class) const {
  SmallVector<StringRef, 8> Out;
  SmallVector<StringRef, 8> Queue{Class};
  for (size_t I = 0; I < Queue.size(); ++I) {
    auto It = Direct.find(Queue[I]);
    if (It == Direct.end())
      continue;
    for (const std::string &B : It->second)
      if (!is_contained(Out, B) && B != Class) {
        Out.push_back(B);
        Queue.push_back(B);
      }
  }
  return Out;
}

} // namespace offmain::rt
