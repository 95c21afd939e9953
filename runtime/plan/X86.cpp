// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/plan/X86.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/MC/MCAsmInfo.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCDisassembler/MCDisassembler.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCInstrAnalysis.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/MCTargetOptions.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <map>
#include <optional>

using namespace llvm;

namespace offmain::rt {

namespace {

constexpr uint8_t CallNear = 0xe8, JumpNear = 0xe9, JumpShort = 0xeb;
constexpr unsigned LongJump = 5, ShortJump = 2;
constexpr uint8_t Endbr64[] = {0xf3, 0x0f, 0x1e, 0xfa};
/// Compilers start functions there.
constexpr uint64_t Alignment = 16;
/// A short branch reaches 127 bytes forward, 128 back.
constexpr uint64_t ShortReach = 128;
/// The data page stands right before the code.
constexpr int64_t DataPage = 4096;

struct Instruction {
  MCInst Inst;
  uint64_t Address = 0, Size = 0;
  ArrayRef<uint8_t> Bytes;
};

/// What a jump takes the place of.
struct Displaced {
  SmallVector<Instruction, 4> Instructions;
  uint64_t End = 0;
  bool FallsOut = true; ///< control goes on behind them
  unsigned Call = 0;    ///< the number of the call among them, from 1; 0: none
  uint32_t Pushed = 0;  ///< bytes that are pushed before it
};

/// The 32-bit field of an instruction that is counted from its end: where it is, and what it means.
struct Relative {
  unsigned At;
  int32_t Value;
};

} // namespace

struct HookWriter::Impl {
  Text T;
  std::unique_ptr<MCRegisterInfo> Registers;
  std::unique_ptr<MCAsmInfo> Assembler;
  std::unique_ptr<MCInstrInfo> Instructions;
  std::unique_ptr<MCSubtargetInfo> Subtarget;
  MCTargetOptions Options;
  std::unique_ptr<MCContext> Context;
  std::unique_ptr<MCDisassembler> Disassembler;
  std::unique_ptr<MCInstrAnalysis> Analysis;
  DenseSet<uint64_t> LongTargets;
  std::vector<uint32_t> CommonJumps; ///< offsets of the 32 bits to be set when the common slow path is placed

  std::optional<Instruction> decode(uint64_t Address, ArrayRef<uint8_t> Bytes) const {
    Instruction I;
    I.Address = Address;
    if (Disassembler->getInstruction(I.Inst, I.Size, Bytes, Address, nulls()) != MCDisassembler::Success || !I.Size)
      return std::nullopt;
    I.Bytes = Bytes.take_front(I.Size);
    return I;
  }
  std::optional<Instruction> decode(uint64_t Address) const {
    return T.holds(Address, 1) ? decode(Address, T.from(Address).take_front(16)) : std::nullopt;
  }
  bool branches(const Instruction &I) const { return Analysis->isBranch(I.Inst) || Analysis->isCall(I.Inst); }
  std::optional<uint64_t> branchTarget(const Instruction &I) const {
    uint64_t To;
    return branches(I) && Analysis->evaluateBranch(I.Inst, I.Address, I.Size, To) ? std::optional(To) : std::nullopt;
  }
  /// Does it address memory relative to itself?
  bool ripRelative(const Instruction &I) const {
    return any_of(I.Inst, [&](const MCOperand &Op) {
      return Op.isReg() && Op.getReg() && StringRef(Registers->getName(Op.getReg())) == "RIP";
    });
  }
  std::optional<Relative> relative(const Instruction &I) const;
  bool branchesInto(const Target &Of, uint64_t Begin, uint64_t End) const;
  bool padding(uint64_t Begin, uint64_t End) const;
  std::optional<uint64_t> takePadding(uint64_t From);
  std::optional<Displaced> displace(const Target &Of, uint64_t Entry, unsigned N, bool Calls, std::string &Why) const;
  bool countsPushed(const Instruction &In, uint32_t &Pushed) const;

  std::map<uint64_t, uint64_t> Holes; ///< padding between functions: begin → end; what is taken is cut off
};

HookWriter::HookWriter(Text T) : I(std::make_unique<Impl>()) {
  I->T = T;
  LLVMInitializeX86TargetInfo();
  LLVMInitializeX86TargetMC();
  LLVMInitializeX86Disassembler();
  Triple For("x86_64-unknown-linux-gnu");
  std::string Error;
  const llvm::Target *X86 = TargetRegistry::lookupTarget(For, Error);
  assert(X86 && "LLVM is built without x86");
  I->Registers.reset(X86->createMCRegInfo(For));
  I->Assembler.reset(X86->createMCAsmInfo(*I->Registers, For, I->Options));
  I->Instructions.reset(X86->createMCInstrInfo());
  I->Subtarget.reset(X86->createMCSubtargetInfo(For, "x86-64-v4", ""));
  I->Context = std::make_unique<MCContext>(For, I->Assembler.get(), I->Registers.get(), I->Subtarget.get());
  I->Disassembler.reset(X86->createMCDisassembler(*I->Subtarget, *I->Context));
  I->Analysis.reset(X86->createMCInstrAnalysis(I->Instructions.get()));
}

HookWriter::~HookWriter() = default;

void HookWriter::setLongBranchTargets(DenseSet<uint64_t> To) { I->LongTargets = std::move(To); }

DenseSet<uint64_t> HookWriter::longBranchTargets(const Text &T, const DenseSet<uint64_t> &Interesting) {
  DenseSet<uint64_t> Found;
  ArrayRef<uint8_t> B = T.Bytes;
  for (size_t P = 0; P + 6 <= B.size(); ++P) {
    size_t Field;
    if (B[P] == JumpNear)
      Field = P + 1;
    else if (B[P] == 0x0f && (B[P + 1] & 0xf0) == 0x80)
      Field = P + 2;
    else
      continue;
    uint64_t To = T.Address + Field + 4 + int64_t(int32_t(support::endian::read32le(&B[Field])));
    if (Interesting.contains(To))
      Found.insert(To);
  }
  return Found;
}

/// Found by trial: the four bytes that, changed, change what the instruction refers to and nothing else.
std::optional<Relative> HookWriter::Impl::relative(const Instruction &In) const {
  for (unsigned At = 1; At + 4 <= In.Size; ++At) {
    int32_t Value = int32_t(support::endian::read32le(In.Bytes.data() + At));
    auto Holds = [&](const Instruction &X, int64_t V) {
      return any_of(X.Inst, [&](const MCOperand &Op) { return Op.isImm() && Op.getImm() == V; });
    };
    if (!Holds(In, Value))
      continue;
    int32_t Other = Value ^ 0x01234567;
    SmallVector<uint8_t, 16> Changed(In.Bytes.begin(), In.Bytes.end());
    support::endian::write32le(Changed.data() + At, uint32_t(Other));
    auto Again = decode(In.Address, Changed);
    if (Again && Again->Size == In.Size && Again->Inst.getOpcode() == In.Inst.getOpcode() && Holds(*Again, Other) &&
        ripRelative(*Again) == ripRelative(In))
      return Relative{At, Value};
  }
  return std::nullopt;
}

/// Does a branch of the function itself, or a long one from anywhere, go into [Begin, End)?
bool HookWriter::Impl::branchesInto(const Target &Of, uint64_t Begin, uint64_t End) const {
  for (uint64_t A = Begin; A != End; ++A)
    if (LongTargets.contains(A))
      return true;
  uint64_t Stop = std::min(Of.Address + std::max<uint64_t>(Of.Size, 1), End + ShortReach + 16);
  for (uint64_t A = Of.Address; A < Stop;) {
    auto In = decode(A);
    if (!In)
      return true; // nothing is known of what follows
    if (auto To = branchTarget(*In); To && *To >= Begin && *To < End)
      return true;
    A += In->Size;
  }
  return false;
}

/// Only filling stands there: NOPs of any length, int3.
bool HookWriter::Impl::padding(uint64_t Begin, uint64_t End) const {
  for (uint64_t A = Begin; A < End;) {
    if (!T.holds(A, 1))
      return false;
    uint8_t Byte = T.from(A)[0];
    if (Byte == 0xcc) {
      ++A;
      continue;
    }
    auto In = decode(A);
    if (!In || !StringRef(Instructions->getName(In->Inst.getOpcode())).starts_with("NOOP") || A + In->Size > End)
      return false;
    A += In->Size;
  }
  return true;
}

void HookWriter::addBorder(uint64_t Address, uint64_t Size) {
  // Behind it: filling up to the next boundary is never run.
  uint64_t End = Address + Size, Next = (End + Alignment - 1) & ~(Alignment - 1);
  if (Size && Next - End >= LongJump && I->T.holds(End, Next - End) && I->padding(End, Next))
    I->Holes[End] = Next;
  // Before it: no function runs on into the next one.
  if (Address & (Alignment - 1))
    return;
  for (unsigned N = Alignment - 1; N >= LongJump; --N)
    if (I->T.holds(Address - N, N) && I->padding(Address - N, Address)) {
      I->Holes.try_emplace(Address - N, Address);
      return;
    }
}

/// Room for a long jump that a short jump at From reaches.
std::optional<uint64_t> HookWriter::Impl::takePadding(uint64_t From) {
  uint64_t Lowest = From + ShortJump - ShortReach, Highest = From + ShortJump + ShortReach - 1;
  for (auto It = Holes.lower_bound(Lowest); It != Holes.end() && It->first <= Highest; ++It) {
    uint64_t At = It->first, End = It->second;
    if (End - At < LongJump)
      continue;
    Holes.erase(It);
    if (End - At >= 2 * LongJump)
      Holes[At + LongJump] = End;
    return At;
  }
  return std::nullopt;
}

/// The instructions that have to go for a jump of N bytes at Entry; none, and why, if they cannot.
std::optional<Displaced> HookWriter::Impl::displace(const Target &Of, uint64_t Entry, unsigned N, bool Calls,
                                                    std::string &Why) const {
  Displaced D;
  D.End = Entry;
  auto Not = [&](const char *Reason) {
    Why = Reason;
    return std::nullopt;
  };
  while (D.End < Entry + N && D.FallsOut) {
    auto In = decode(D.End);
    if (!In)
      return Not("its first bytes are no instructions");
    bool Call = Analysis->isCall(In->Inst);
    if (Call && (!Calls || D.Call || !branchTarget(*In)))
      return Not("a call stands in its first bytes");
    if (!Call && Calls && !D.Call && !countsPushed(*In, D.Pushed))
      return Not("a call stands in its first bytes");
    uint8_t Opcode = In->Bytes[0];
    bool Movable = Call || Opcode == JumpNear || Opcode == JumpShort || (Opcode & 0xf0) == 0x70 || Opcode == 0x0f;
    if ((branchTarget(*In) && !Movable) || (ripRelative(*In) && !relative(*In)))
      return Not("an instruction in its first bytes cannot be moved");
    if (Call)
      D.Call = D.Instructions.size() + 1;
    D.FallsOut = !Analysis->isReturn(In->Inst) && !Analysis->isUnconditionalBranch(In->Inst) &&
                 !Analysis->isIndirectBranch(In->Inst);
    D.Instructions.push_back(*In);
    D.End += In->Size;
  }
  // The function may end before the jump does: then only filling may be overwritten.
  if (D.End < Entry + N) {
    uint64_t Next = (D.End + Alignment - 1) & ~(Alignment - 1);
    if (Entry + N > Next || Entry + N > Of.End || !padding(D.End, std::min(Next, Of.End)))
      return Not("it is shorter than a jump");
  }
  if (branchesInto(Of, Entry + 1, Entry + N))
    return Not("a branch goes into its first bytes");
  return D;
}

/// Adds what the instruction pushes. False if it does something else to the stack pointer.
bool HookWriter::Impl::countsPushed(const Instruction &In, uint32_t &Pushed) const {
  StringRef Name = Instructions->getName(In.Inst.getOpcode());
  if (Name == "PUSH64r") {
    Pushed += 8;
    return true;
  }
  if (Name.starts_with("SUB64ri") && StringRef(Registers->getName(In.Inst.getOperand(0).getReg())) == "RSP") {
    Pushed += uint32_t(In.Inst.getOperand(2).getImm());
    return true;
  }
  return none_of(In.Inst, [&](const MCOperand &Op) {
    return Op.isReg() && Op.getReg() && StringRef(Registers->getName(Op.getReg())) == "RSP";
  });
}

std::string HookWriter::add(const Target &Of, Hook &Into, uint32_t Number) {
  uint64_t Entry = Of.Address;
  if (I->T.holds(Entry, 4) && I->T.from(Entry).take_front(4) == ArrayRef(Endbr64))
    Entry += sizeof(Endbr64);

  std::string Why;
  Into.Pad = 0;
  unsigned N = LongJump;
  auto D = I->displace(Of, Entry, LongJump, /*Calls=*/false, Why);
  std::string First = Why;
  for (bool Calls : {false, true}) {
    if (D)
      break;
    auto Short = I->displace(Of, Entry, ShortJump, Calls, Why);
    auto Pad = Short ? I->takePadding(Entry) : std::nullopt;
    if (Pad) {
      D = std::move(Short);
      N = ShortJump;
      Into.Pad = *Pad;
    } else if (Calls) {
      D = I->displace(Of, Entry, LongJump, Calls, Why);
    }
  }
  if (!D)
    return First;
  Into.Patch = Entry;
  Into.Bytes = N;
  std::memset(Into.Before, 0, sizeof(Into.Before));
  Into.Moved = uint8_t(std::max<uint64_t>(D->End - Entry, N));
  assert(Into.Moved <= sizeof(Into.Before) && "a jump and one instruction more");
  std::memcpy(Into.Before, I->T.from(Entry).data(), Into.Moved);
  std::memset(Into.PadBefore, 0, sizeof(Into.PadBefore));
  if (Into.Pad)
    std::memcpy(Into.PadBefore, I->T.from(Into.Pad).data(), LongJump);

  auto Byte = [&](std::initializer_list<unsigned> Bytes) { Code.insert(Code.end(), Bytes.begin(), Bytes.end()); };
  auto Word = [&](uint32_t V) {
    uint8_t B[4];
    support::endian::write32le(B, V);
    Code.insert(Code.end(), B, B + 4);
  };
  auto ToLibrary = [&](uint64_t Target, unsigned Trail = 0) {
    Fixups.push_back({uint32_t(Code.size()), Trail, Target});
    Word(0);
  };
  auto ToData = [&](size_t Offset) { Word(uint32_t(int64_t(Offset) - DataPage - int64_t(Code.size() + 4))); };
  auto ToCommon = [&] {
    Byte({0x41, 0xbb}); // mov $Number,%r11d
    Word(Number);
    Byte({JumpNear});
    I->CommonJumps.push_back(Code.size());
    Word(0);
  };

  Code.resize((Code.size() + 15) & ~size_t(15), 0xcc);
  Into.Code = Code.size();
  size_t SlowJump = 0;
  if (Into.Flags & OnEveryThread) {
    ToCommon(); // looked at on every thread
  } else {
    Byte({0x64, 0x4c, 0x8b, 0x1c, 0x25}); // mov %fs:0,%r11
    Word(0);
    Byte({0x4c, 0x3b, 0x1d}); // cmp Gui(%rip),%r11
    ToData(offsetof(HookData, Gui));
    Byte({0x75, 0}); // jne slow
    SlowJump = Code.size();
  }
  Into.Resume = Code.size();
  for (const Instruction &In : D->Instructions) {
    if (auto To = I->branchTarget(In)) {
      // All branches in their long form.
      if (I->Analysis->isCall(In.Inst))
        Byte({CallNear});
      else if (In.Bytes[0] == JumpNear || In.Bytes[0] == JumpShort)
        Byte({JumpNear});
      else
        Byte({0x0f, 0x80u | ((In.Bytes[0] == 0x0f ? In.Bytes[1] : In.Bytes[0]) & 0x0fu)});
      ToLibrary(*To);
      if (I->Analysis->isCall(In.Inst)) {
        Into.CallReturns = Code.size();
        Into.CallPushed = D->Pushed;
      }
      continue;
    }
    size_t At = Code.size();
    Code.insert(Code.end(), In.Bytes.begin(), In.Bytes.end());
    if (I->ripRelative(In)) {
      Relative R = *I->relative(In);
      Fixups.push_back({uint32_t(At + R.At), uint32_t(In.Size - R.At - 4), In.Address + In.Size + int64_t(R.Value)});
    }
  }
  if (D->FallsOut) {
    Byte({JumpNear});
    ToLibrary(D->End);
  }
  if (SlowJump) {
    Code[SlowJump - 1] = uint8_t(Code.size() - SlowJump);
    ToCommon();
  }
  return "";
}

uint32_t HookWriter::finish() {
  Code.resize((Code.size() + 15) & ~size_t(15), 0xcc);
  uint32_t Common = Code.size();
  for (uint32_t At : I->CommonJumps)
    support::endian::write32le(&Code[At], Common - (At + 4));
  I->CommonJumps.clear();
  auto Append = [&](std::initializer_list<uint8_t> Bytes, size_t DataOffset) {
    Code.insert(Code.end(), Bytes);
    uint8_t B[4];
    support::endian::write32le(B, uint32_t(int64_t(DataOffset) - DataPage - int64_t(Code.size() + 4)));
    Code.insert(Code.end(), B, B + 4);
  };
  Append({0x4c, 0x03, 0x1d}, offsetof(HookData, FirstHook)); // add FirstHook(%rip),%r11
  Append({0xff, 0x25}, offsetof(HookData, Slow));            // jmp *Slow(%rip)
  return Common;
}

} // namespace offmain::rt
