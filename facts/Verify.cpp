// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The semantic verifier. Every table is swept once; nothing is believed before it was checked. Besides plain bounds:
//
//   sharing   ranges into a table add up to no more than the table, so a small file cannot describe a huge program
//   order     operands precede their value; a site's arguments precede its CallResult → values form no cycle
//   extent    walks over values and enclosing functions are bounded → readers may recurse
//
// Written as tests of one unit rather than as a "safe accessor" layer: link reads each field once, in tight loops.
#include "facts/Facts.h"
#include "facts/Operands.h"
#include <vector>

using namespace llvm;

namespace offmain::facts {
namespace {

class UnitVerifier {
public:
  explicit UnitVerifier(const fb::Unit &U) : U(U) {}
  std::string run();

private:
  bool tablesPresent();
  bool checkFunctions();
  bool checkBody(uint32_t Index, const fb::Function &F);
  bool checkParents();
  bool checkRecordsAndVariables();
  bool checkValues();
  bool checkOperand(Operand Is, uint32_t Number, uint32_t Index);
  bool checkOperands(uint32_t Index, const fb::Value &V);
  bool checkExtent(uint32_t Index, const fb::Value &V);
  bool checkSites();
  bool checkRest();

  bool fail(const char *What) {
    if (Problem.empty())
      Problem = What;
    return false;
  }
  bool require(bool Holds, const char *What) { return Holds || fail(What); }
  template <class V> static uint32_t size(const V *Vector) { return Vector->size(); }
  /// "index + 1", 0 for none.
  template <class V> static bool in(uint32_t PlusOne, const V *Vector) { return PlusOne <= Vector->size(); }
  static bool range(uint32_t Begin, uint32_t Count, uint32_t Size) { return Begin <= Size && Count <= Size - Begin; }
  /// A range that begins where the last of its kind ended (an empty one: anywhere in the table).
  static bool follows(uint32_t Begin, uint32_t Count, uint32_t &Next, uint32_t Size) {
    if (!range(Begin, Count, Size) || (Count && Begin != Next))
      return false;
    Next += Count;
    return true;
  }
  /// A range of U.lists; all of them together may not be longer than the table.
  bool list(uint32_t Begin, uint32_t Count) {
    ListsUsed += Count;
    return range(Begin, Count, size(U.lists())) && ListsUsed <= size(U.lists());
  }
  template <class V> bool listOf(uint32_t Begin, uint32_t Count, const V *Vector) {
    if (!list(Begin, Count))
      return false;
    for (uint32_t I = Begin; I != Begin + Count; ++I)
      if (uint32_t PlusOne = U.lists()->Get(I); PlusOne == 0 || !in(PlusOne, Vector))
        return false;
    return true;
  }
  bool place(const fb::Loc &L) const { return L.line() == 0 || L.file() < size(U.files()); }
  bool place(const fb::Loc *L) const { return !L || place(*L); }

  const fb::Unit &U;
  std::string Problem;
  uint64_t ListsUsed = 0;
  uint32_t NextBlock = 0, NextEvent = 0, NextParam = 0, NextCapture = 0;
  std::vector<Extent> Extents; ///< of each value
};

bool UnitVerifier::tablesPresent() {
  return U.main_file() && U.language() && U.files() && U.strings() && U.values() && U.lists() && U.sites() &&
         U.events() && U.blocks() && U.locals() && U.captures() && U.params() && U.functions() && U.records() &&
         U.variables() && U.diagnostics();
}

// Blocks, events, params and captures of the functions follow one another in function order without gaps: that is
// both how the builder writes them and the cheapest proof that no two functions share them.
bool UnitVerifier::checkBody(uint32_t Index, const fb::Function &F) {
  if (!follows(F.blocks_begin(), F.blocks_count(), NextBlock, size(U.blocks())))
    return fail("blocks of a function out of range");
  if (F.blocks_count() == 0)
    return true;
  for (uint32_t I = F.blocks_begin(); I != NextBlock; ++I) {
    const fb::Block &B = *U.blocks()->Get(I);
    if (!in(B.cond(), U.values()) || (B.cond() && B.succ_count() != 2))
      return fail("condition of a block out of range");
    if (!list(B.succ_begin(), B.succ_count()))
      return fail("successors of a block out of range");
    for (uint32_t S = B.succ_begin(); S != B.succ_begin() + B.succ_count(); ++S)
      if (uint32_t To = U.lists()->Get(S); To != NoBlock && To >= F.blocks_count())
        return fail("successor of a block out of range");
    if (B.events_begin() != NextEvent || !follows(B.events_begin(), B.events_count(), NextEvent, size(U.events())))
      return fail("events of a block out of range");
    for (uint32_t E = B.events_begin(); E != B.events_begin() + B.events_count(); ++E) {
      const fb::Event &Event = *U.events()->Get(E);
      if (Event.kind() == EventKind::Call &&
          (Event.a() >= size(U.sites()) || U.sites()->Get(Event.a())->function() != Index + 1))
        return fail("call event of a site of another function");
    }
  }
  return true;
}

bool UnitVerifier::checkFunctions() {
  uint32_t Count = size(U.functions());
  for (uint32_t I = 0; I != Count; ++I) {
    const fb::Function &F = *U.functions()->Get(I);
    if (!in(F.name(), U.strings()) || !in(F.signature(), U.strings()) || !in(F.result_type(), U.strings()))
      return fail("string of a function out of range");
    if (!in(F.record(), U.records()) || !in(F.result(), U.records()) || !in(F.parent(), U.functions()))
      return fail("owner or result of a function out of range");
    if (!place(F.loc()) || !place(F.end()))
      return fail("place of a function out of range");
    if (!follows(F.params_begin(), F.params_count(), NextParam, size(U.params())))
      return fail("parameters of a function out of range");
    if (!follows(F.captures_begin(), F.captures_count(), NextCapture, size(U.captures())))
      return fail("captures of a function out of range");
    if (!listOf(F.overrides_begin(), F.overrides_count(), U.functions()))
      return fail("overridden function out of range");
    if (!listOf(F.annotations_begin(), F.annotations_count(), U.strings()))
      return fail("annotation of a function out of range");
    if (!checkBody(I, F))
      return false;
  }
  return checkParents();
}

bool UnitVerifier::checkParents() {
  uint32_t Count = size(U.functions());
  for (uint32_t I = 0; I != Count; ++I) {
    uint32_t At = I + 1;
    unsigned Steps = 0;
    while (At && Steps <= MaxParentDepth) {
      At = U.functions()->Get(At - 1)->parent();
      ++Steps;
    }
    if (At)
      return fail("enclosing functions form a cycle or nest too deep");
  }
  return true;
}

bool UnitVerifier::checkRecordsAndVariables() {
  for (const fb::Record *R : *U.records()) {
    if (!in(R->name(), U.strings()) || !in(R->first_member(), U.records()) || !place(R->loc()))
      return fail("name, place or member of a record out of range");
    if (!listOf(R->bases_begin(), R->bases_count(), U.records()))
      return fail("base of a record out of range");
    if (!listOf(R->annotations_begin(), R->annotations_count(), U.strings()))
      return fail("annotation of a record out of range");
  }
  for (const fb::Variable *V : *U.variables())
    if (!in(V->name(), U.strings()) || !in(V->type(), U.strings()) || !in(V->record(), U.records()) ||
        !in(V->type_record(), U.records()) || !place(V->loc()))
      return fail("name, type or place of a variable out of range");
  return true;
}

bool UnitVerifier::checkSites() {
  for (const fb::Site *S : *U.sites()) {
    if (!in(S->callee(), U.functions()) || !in(S->function(), U.functions()))
      return fail("function of a call out of range");
    if (!in(S->target(), U.values()) || !in(S->receiver(), U.values()) || !in(S->macro(), U.strings()))
      return fail("target, receiver or macro of a call out of range");
    if (!listOf(S->args_begin(), S->args_count(), U.values()))
      return fail("argument of a call out of range");
    if (!place(S->loc()) || !place(S->end()))
      return fail("place of a call out of range");
  }
  return true;
}

bool UnitVerifier::checkOperand(Operand Is, uint32_t Number, uint32_t Index) {
  switch (Is) {
  case Operand::None:
  case Operand::Number:
  case Operand::ListBegin: // with its count, in checkOperands
  case Operand::ListCount:
    return true;
  case Operand::Value:
    return Number <= Index;
  case Operand::Ordinal:
    return Number <= UINT16_MAX;
  case Operand::Local:
    return Number < size(U.locals());
  case Operand::Site:
    return Number < size(U.sites());
  case Operand::OptionalSite:
    return in(Number, U.sites());
  case Operand::Variable:
    return in(Number, U.variables());
  case Operand::Function:
    return in(Number, U.functions());
  case Operand::Text:
    return in(Number, U.strings());
  }
  return false;
}

bool UnitVerifier::checkOperands(uint32_t Index, const fb::Value &V) {
  if (V.kind() > ValueKind::MAX)
    return false;
  Operands O = operandsOf(V.kind());
  if ((O.NeedsA && V.a() == 0) || (O.NeedsB && V.b() == 0))
    return false;
  if (O.A == Operand::ListBegin && !listOf(V.a(), V.b(), U.values()))
    return false;
  return checkOperand(O.A, V.a(), Index) && checkOperand(O.B, V.b(), Index);
}

bool UnitVerifier::checkExtent(uint32_t Index, const fb::Value &V) {
  Extent Operands;
  bool Ordered = true;
  auto Operand = [&](uint32_t PlusOne) {
    Ordered &= PlusOne <= Index;
    if (PlusOne && PlusOne <= Index)
      Operands.add(Extents[PlusOne - 1]);
  };
  forEachOperand(V, *U.lists(), Operand);
  if (uint32_t SitePlusOne = siteOf(V.kind(), V.a())) {
    const fb::Site &S = *U.sites()->Get(SitePlusOne - 1);
    Operand(S.target());
    if (S.receiver() != Index + 1) // the object of its own constructor
      Operand(S.receiver());
    for (uint32_t I = S.args_begin(); I != S.args_begin() + S.args_count(); ++I)
      Operand(U.lists()->Get(I));
  }
  Extents[Index] = Operands.whole();
  return Ordered && Extents[Index].fits();
}

bool UnitVerifier::checkValues() {
  uint32_t Count = size(U.values());
  Extents.resize(Count);
  // A site has one result, seldom two (of two types); were it many, walking long arguments for each is quadratic.
  std::vector<bool> HasResult(size(U.sites()));
  for (uint32_t I = 0; I != Count; ++I) {
    const fb::Value &V = *U.values()->Get(I);
    if (!in(V.record(), U.records()))
      return fail("record of a value out of range");
    if (!checkOperands(I, V))
      return fail("operand of a value out of range");
    if (uint32_t Site = siteOf(V.kind(), V.a())) {
      if (HasResult[Site - 1] && U.sites()->Get(Site - 1)->args_count() > 64)
        return fail("too many results of one call");
      HasResult[Site - 1] = true;
    }
    if (!checkExtent(I, V))
      return fail("values form a cycle, nest too deep or are too large");
  }
  return true;
}

bool UnitVerifier::checkRest() {
  for (const fb::Event *E : *U.events()) {
    if (E->kind() > EventKind::Return || !place(E->loc()))
      return fail("kind or place of an event out of range");
    if (E->kind() == EventKind::Store && (!in(E->a(), U.values()) || !in(E->b(), U.values())))
      return fail("value of a store out of range");
    if (E->kind() == EventKind::Return && !in(E->a(), U.values()))
      return fail("value of a return out of range");
  }
  for (const fb::Local *L : *U.locals())
    if (!in(L->name(), U.strings()) || !in(L->type(), U.strings()) || !in(L->record(), U.records()) ||
        !in(L->function(), U.functions()) || !place(L->loc()))
      return fail("name, type, function or place of a local out of range");
  for (const fb::Capture *C : *U.captures())
    if (!in(C->value(), U.values()) || !in(C->name(), U.strings()))
      return fail("value or name of a capture out of range");
  for (const fb::Param *P : *U.params())
    if (!in(P->name(), U.strings()) || !in(P->type(), U.strings()) || !in(P->record(), U.records()))
      return fail("name or type of a parameter out of range");
  for (const fb::File *F : *U.files())
    if (!F->path())
      return fail("file without a path");
  for (const fb::Diagnostic *D : *U.diagnostics())
    if (!D->text() || (D->line() && D->file() >= size(U.files())))
      return fail("text or place of a diagnostic out of range");
  return true;
}

std::string UnitVerifier::run() {
  if (U.version() != Version)
    return "written by another version of the tool";
  bool Holds = require(tablesPresent(), "a table is missing") && checkFunctions() && checkRecordsAndVariables() &&
               checkSites() && checkValues() && checkRest();
  assert(Holds == Problem.empty() && "each failure names what failed");
  (void)Holds;
  return Problem;
}

} // namespace

std::string verify(const fb::Unit &U) { return UnitVerifier(U).run(); }

} // namespace offmain::facts
