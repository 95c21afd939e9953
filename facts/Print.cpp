// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `--print=facts`: one unit as a listing, in table order (that is: the order of first mention in the source), without
// indices of tables, so that a golden changes only where the source does.
#include "facts/Listing.h"
#include "facts/Operands.h"
#include "facts/Text.h"

using namespace llvm;

namespace offmain::facts {
namespace {

// "index + 1" with 0 for none → plain with UINT32_MAX for none.
uint32_t plain(uint32_t PlusOne) { return PlusOne - 1; }

uint32_t plain(Operand Is, uint32_t Number) {
  switch (Is) {
  case Operand::None:
    return UINT32_MAX;
  case Operand::Value:
  case Operand::OptionalSite:
  case Operand::Variable:
  case Operand::Function:
  case Operand::Text:
    return plain(Number);
  case Operand::Number:
  case Operand::Ordinal:
  case Operand::Local:
  case Operand::Site:
  case Operand::ListBegin:
  case Operand::ListCount:
    return Number;
  }
  return Number;
}

ListedPlace place(const fb::Loc *L) { return L ? ListedPlace{L->line(), L->col()} : ListedPlace{}; }

class UnitSource {
public:
  explicit UnitSource(const UnitView &U) : U(U) {}
  ListedValue value(uint32_t I) const {
    const fb::Value &V = U.values()[I];
    Operands O = operandsOf(V.kind());
    return {V.kind(), plain(V.record()), plain(O.A, V.a()), plain(O.B, V.b())};
  }
  ListedSite site(uint32_t I) const {
    const fb::Site &S = U.sites()[I];
    return {place(&S.loc()),
            plain(S.callee()),
            plain(S.target()),
            plain(S.receiver()),
            plain(S.macro()),
            S.flags(),
            {S.args_begin(), S.args_count()}};
  }
  uint32_t item(uint32_t I) const { return plain(U.lists()[I]); }
  StringRef string(uint32_t I) const { return U.string(I + 1); }
  StringRef functionName(uint32_t I) const { return U.string(U.function(I).name()); }
  StringRef recordName(uint32_t I) const { return U.string(U.record(I).name()); }
  StringRef variableName(uint32_t I) const { return U.string(U.variable(I).name()); }
  StringRef localName(uint32_t I) const { return U.string(U.locals()[I].name()); }

private:
  const UnitView &U;
};

void body(const UnitView &U, const fb::Function &F, Listing<UnitSource> &List) {
  for (uint32_t I = 0; I != F.captures_count(); ++I) {
    const fb::Capture &C = U.captures()[F.captures_begin() + I];
    List.capture(I, {plain(C.value()), plain(C.name()), C.by_ref() != 0});
  }
  for (uint32_t I = 0; I != F.blocks_count(); ++I) {
    const fb::Block &B = U.blocks()[F.blocks_begin() + I];
    for (const fb::Event &E : U.events().slice(B.events_begin(), B.events_count())) {
      bool IsCall = E.kind() == EventKind::Call;
      List.event(I, {E.kind(), IsCall ? E.a() : plain(E.a()), plain(E.b()), place(&E.loc())});
    }
    List.leave(I, plain(B.cond()), U.list(B.succ_begin(), B.succ_count()));
  }
}

} // namespace

void print(const UnitView &U, raw_ostream &OS) {
  UnitSource From(U);
  Listing<UnitSource> List(From, OS);
  OS << "unit " << U.mainFile() << " (" << U.language() << ")\n";
  for (uint32_t I = 0; I != U.recordCount(); ++I) {
    const fb::Record &R = U.record(I);
    List.record({plain(R.name()),
                 R.flags(),
                 plain(R.first_member()),
                 place(R.loc()),
                 {R.bases_begin(), R.bases_count()},
                 {R.annotations_begin(), R.annotations_count()}});
  }
  for (uint32_t I = 0; I != U.variableCount(); ++I) {
    const fb::Variable &V = U.variable(I);
    List.variable({plain(V.name()), plain(V.type()), plain(V.record()), V.flags(), place(V.loc())});
  }
  for (uint32_t I = 0; I != U.functionCount(); ++I) {
    const fb::Function &F = U.function(I);
    List.function({plain(F.name()),
                   plain(F.signature()),
                   plain(F.result_type()),
                   plain(F.record()),
                   plain(F.parent()),
                   F.flags(),
                   place(F.loc()),
                   {F.overrides_begin(), F.overrides_count()},
                   {F.annotations_begin(), F.annotations_count()}});
    body(U, F, List);
  }
  for (const fb::Diagnostic *D : *U->diagnostics())
    OS << "diagnostic " << D->line() << ':' << D->col() << ' ' << D->text()->str() << '\n';
}

} // namespace offmain::facts
