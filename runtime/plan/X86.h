// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The machine-specific half of a plan: how a function is entered through a hook, for x86-64.
//
//   entry:  [endbr64] jmp hook ──▶  hook:  mov %fs:0,%r11; cmp Gui(%rip),%r11; jne slow
//                                          resume: <the displaced instructions>; jmp entry+N
//                                   slow:  mov $number,%r11d; jmp common
//
// Only r11 and the flags are touched, which no calling convention keeps at a call. Where five bytes cannot be
// displaced (a call among them, a branch back into them, the function is shorter), two bytes may do: a short jump into
// alignment padding in reach, which holds the long one. Only where neither will do, a displaced call is made from the
// hook. Rejected: emulating a displaced call by push and jump (it upsets the return predictor: 257 → 400 ns for one
// function).
#ifndef OFFMAIN_RUNTIME_PLAN_X86_H
#define OFFMAIN_RUNTIME_PLAN_X86_H

#include "runtime/Plan.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <string>
#include <vector>

namespace offmain::rt {

/// The executable bytes of a library, as they will be in memory.
struct Text {
  uint64_t Address = 0;
  llvm::ArrayRef<uint8_t> Bytes;
  bool holds(uint64_t A, uint64_t N) const { return A >= Address && A + N <= Address + Bytes.size(); }
  llvm::ArrayRef<uint8_t> from(uint64_t A) const { return Bytes.drop_front(A - Address); }
};

/// A function to be hooked.
struct Target {
  uint64_t Address = 0;
  uint64_t Size = 0; ///< as the symbol says
  uint64_t End = 0;  ///< where the next function starts
};

/// Appends code and fixups of hooks. One for each library.
class HookWriter {
public:
  explicit HookWriter(Text T);
  ~HookWriter();

  /// A function of the library, hooked or not: before it and behind it may be padding. All have to be told before
  /// add().
  void addBorder(uint64_t Address, uint64_t Size);

  /// Fills in Patch, Pad, Code, Resume, Bytes, Before. The result is "" or why the function has to be left alone.
  std::string add(const Target &Of, Hook &Into, uint32_t Number);
  /// Ends the code; the offset of the common slow path.
  uint32_t finish();

  std::vector<uint8_t> Code;
  std::vector<Fixup> Fixups;

  /// Those of `Interesting` that a long branch of the library goes to. Sweeps the raw bytes: what only looks like a
  /// branch counts as well. (Short branches are found by decoding the function itself: nobody else reaches it with
  /// one.)
  static llvm::DenseSet<uint64_t> longBranchTargets(const Text &T, const llvm::DenseSet<uint64_t> &Interesting);
  void setLongBranchTargets(llvm::DenseSet<uint64_t> To);

private:
  struct Impl;
  std::unique_ptr<Impl> I;
};

} // namespace offmain::rt

#endif
