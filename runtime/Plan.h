// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A plan: which functions of one shared library are hooked, and the machine code that does it, position independent.
//
//   offmain run ── runtime/plan: ELF + disassembler + models ──▶ plan file, named by build id
//   the program ── runtime/audit: mmap the plan, add the load address, write ──▶ hooked library
//
// Everything that needs knowledge (symbols, demangling, class hierarchies, contracts, instruction decoding) is done
// once a build of a library, outside of the program; what is left for the program's start is copying. The file is
// native (little-endian, this machine's instruction set): it never leaves the machine. Rejected: deciding inside the
// program (a disassembler and 6000 pattern matches at each start), tables compiled into the checker (a new toolkit
// would need a new checker).
#ifndef OFFMAIN_RUNTIME_PLAN_H
#define OFFMAIN_RUNTIME_PLAN_H

#include <stddef.h>
#include <stdint.h>

namespace offmain::rt {

constexpr uint32_t PlanMagic = 0x504d464f; // "OFMP"
/// Bump when anything here or in the code that plans changes.
constexpr uint32_t PlanVersion = 4;

/// Hooks whose calls mean something besides "on the GUI thread, please".
enum HookFlag : uint16_t {
  Learns = 1,       ///< its caller is the GUI thread from now on (gtk_init, QApplication's constructor)
  Affine = 2,       ///< belongs on the thread its first argument (a QObject) lives in; looked at on every thread
  Noted = 4,        ///< allowed on other threads on most platforms: a note (QPixmap)
  FromOutside = 8,  ///< counts only when called from another library than its own (QtGui)
  GdkKit = 16,      ///< GTK 2 and 3: legal between gdk_threads_enter() and gdk_threads_leave()
  LockTake = 32,    ///< takes the GDK lock
  LockGive = 64,    ///< gives it up
  Loop = 128,       ///< runs the main loop
  Dies = 256,       ///< destroys a thread object, which must not be running; looked at on every thread
  LoopWaits = 512,  ///< called by a loop that is about to wait; on every thread
  LoopTurns = 1024, ///< called by a loop that begins a turn; on every thread
  LockMade = 2048,  ///< makes the GDK lock; on every thread
};

/// Hooks of which more is to be known than that they are on the GUI thread.
constexpr uint16_t OnEveryThread = Affine | LockTake | LockGive | Dies | LoopWaits | LoopTurns | LockMade;

/// One hooked function. Offsets are virtual addresses in the library's file (add the load address).
struct Hook {
  uint64_t Patch;  ///< where the jump is written: the entry, or behind its endbr64
  uint64_t Pad;    ///< 0; or 5 bytes of padding that get the long jump, and Patch gets a short jump there
  uint32_t Code;   ///< the hook's code, where the jump at Patch goes: offset in the plan's code
  uint32_t Resume; ///< where the code goes on after the slow path: offset in the plan's code
  uint32_t Name;   ///< offset in the names: the function's demangled name, NUL-terminated
  uint16_t Flags;
  uint8_t Bytes;        ///< how many bytes of the library are overwritten at Patch (2 or 5)
  uint8_t Toolkit;      ///< Toolkit of models/Models.h: 1 GTK, 2 Qt
  uint8_t Moved;        ///< how many bytes the hook's code stands for: the displaced instructions
  uint8_t Before[23];   ///< what must stand at Patch (Moved bytes); otherwise the function is left alone
  uint8_t PadBefore[5]; ///< and at Pad
  uint32_t CallReturns; ///< 0; or where a displaced call returns to: offset in the plan's code. Unwinders know no frame
                        ///< there:
  uint32_t CallPushed;  ///< the return address to the function's caller is so many bytes above the stack pointer
};

/// A place in the code whose 32 bits are the distance from behind them to an address of the library.
struct Fixup {
  uint32_t At;     ///< offset in the code
  uint32_t Trail;  ///< bytes of the instruction that follow the 32 bits
  uint64_t Target; ///< virtual address in the library's file
};

/// A function that should be hooked and cannot be.
struct LeftAlone {
  uint32_t Name, Why; ///< offsets in the names
};

/// The file: this, and the arrays at the offsets it names, all 8-aligned.
struct PlanHeader {
  uint32_t Magic, Version;
  uint64_t Models;             ///< ModelSet::hash() of the models that decided
  uint64_t TextBegin, TextEnd; ///< page-aligned range of addresses that hold patched bytes
  uint32_t HookCount, FixupCount, LeftCount, CodeSize;
  uint32_t Hooks, Fixups, Left, Code, Names, NamesSize; ///< offsets in the file
  uint32_t Size;                                        ///< of the whole file
  uint32_t Slow; ///< offset in the code: what every hook jumps to with its number in r11d
};

/// The first bytes of the data page that stands right before a library's hook code; the code refers to them.
struct HookData {
  uint64_t Gui;       ///< thread pointer of the GUI thread; 0: not known yet
  uint64_t Slow;      ///< address that the code's common slow path jumps to
  uint64_t FirstHook; ///< number of the library's first hook in the process, added to the hook's own
};

} // namespace offmain::rt

#endif
