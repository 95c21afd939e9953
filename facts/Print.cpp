// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The listing behind `--print=facts`. One line a fact, in table order (that is: in source order of first mention),
// no indices of tables, so that a golden changes only where the source does.
#include "facts/Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offmain::facts {
namespace {

class Printer {
public:
  Printer(const UnitView &U, raw_ostream &OS) : U(U), OS(OS) {}
  void unit();

private:
  void record(const fb::Record &R);
  void variable(const fb::Variable &V);
  void function(const fb::Function &F);
  void block(const fb::Function &F, uint32_t Number);
  void event(const fb::Event &E);
  void call(const fb::Site &S);
  void value(uint32_t PlusOne);
  void binary(const fb::Value &V, const char *Op);
  void listed(uint32_t Begin, uint32_t Count);
  void integer(const fb::Value &V);
  void at(const fb::Loc *L);
  void names(const char *Title, uint32_t Begin, uint32_t Count, StringRef (Printer::*Name)(uint32_t) const);
  template <class Flag, size_t N> void flags(uint32_t Set, const Flag (&All)[N], const char *(*Name)(Flag));

  StringRef functionName(uint32_t PlusOne) const { return U.string(U.function(PlusOne - 1).name()); }
  StringRef recordName(uint32_t PlusOne) const { return U.string(U.record(PlusOne - 1).name()); }
  StringRef variableName(uint32_t PlusOne) const { return U.string(U.variable(PlusOne - 1).name()); }
  StringRef text(uint32_t PlusOne) const { return U.string(PlusOne); }

  const UnitView &U;
  raw_ostream &OS;
};

template <class Flag, size_t N>
void Printer::flags(uint32_t Set, const Flag (&All)[N], const char *(*Name)(Flag)) {
  for (Flag F : All)
    if (Set & static_cast<uint32_t>(F))
      OS << ' ' << StringRef(Name(F)).lower();
}

void Printer::at(const fb::Loc *L) {
  if (L && L->line())
    OS << " at " << L->line() << ':' << L->col();
}

void Printer::names(const char *Title, uint32_t Begin, uint32_t Count, StringRef (Printer::*Name)(uint32_t) const) {
  if (Count == 0)
    return;
  OS << ' ' << Title << ' ';
  ListSeparator Comma(", ");
  for (uint32_t PlusOne : U.list(Begin, Count))
    OS << Comma << (this->*Name)(PlusOne);
}

void Printer::listed(uint32_t Begin, uint32_t Count) {
  ListSeparator Comma(", ");
  for (uint32_t PlusOne : U.list(Begin, Count)) {
    OS << Comma;
    value(PlusOne);
  }
}

void Printer::binary(const fb::Value &V, const char *Op) {
  OS << '(';
  value(V.a());
  OS << Op;
  value(V.b());
  OS << ')';
}

void Printer::integer(const fb::Value &V) {
  OS << static_cast<int64_t>(static_cast<uint64_t>(V.b()) << 32 | V.a());
}

// Recursion is bounded: facts::MaxValueDepth.
void Printer::value(uint32_t PlusOne) {
  if (PlusOne == 0) {
    OS << "none";
    return;
  }
  const fb::Value &V = U.values()[PlusOne - 1];
  switch (V.kind()) {
  case ValueKind::Unknown: OS << '?'; return;
  case ValueKind::This: OS << "this"; return;
  case ValueKind::Param: OS << "param" << V.a(); return;
  case ValueKind::Captured: OS << "captured" << V.a(); return;
  case ValueKind::Local: OS << text(U.locals()[V.a()].name()); return;
  case ValueKind::Global: OS << "::" << variableName(V.a()); return;
  case ValueKind::Field:
    value(V.a());
    OS << '.' << variableName(V.b());
    return;
  case ValueKind::Index:
    value(V.a());
    OS << '[';
    value(V.b());
    OS << ']';
    return;
  case ValueKind::AddressOf:
    OS << '&';
    value(V.a());
    return;
  case ValueKind::CallResult: {
    const fb::Site &S = U.sites()[V.a()];
    OS << "result of " << (S.callee() ? functionName(S.callee()) : "?") << " at " << S.loc().line() << ':'
       << S.loc().col();
    return;
  }
  case ValueKind::New: OS << "new " << (V.record() ? recordName(V.record()) : "?"); return;
  case ValueKind::Function: OS << '&' << functionName(V.a()); return;
  case ValueKind::Lambda: OS << "lambda " << functionName(V.a()); return;
  case ValueKind::Member:
    OS << "member " << (V.a() ? functionName(V.a()) : V.b() ? variableName(V.b()) : "?");
    return;
  case ValueKind::String:
    OS << '"';
    OS.write_escaped(text(V.a()));
    OS << '"';
    return;
  case ValueKind::Enum: OS << text(V.a()); return;
  case ValueKind::Int: integer(V); return;
  case ValueKind::Null: OS << "null"; return;
  case ValueKind::Select: binary(V, " else "); return;
  case ValueKind::Eq: binary(V, " == "); return;
  case ValueKind::Ne: binary(V, " != "); return;
  case ValueKind::And: binary(V, " && "); return;
  case ValueKind::Or: binary(V, " || "); return;
  case ValueKind::Not:
    OS << '!';
    value(V.a());
    return;
  case ValueKind::OffsetOf: OS << "offsetof " << (V.b() ? variableName(V.b()) : "?"); return;
  case ValueKind::List:
    OS << '{';
    listed(V.a(), V.b());
    OS << '}';
    return;
  }
}

void Printer::call(const fb::Site &S) {
  OS << "call ";
  if (S.receiver()) {
    value(S.receiver());
    OS << "->";
  }
  if (S.callee()) {
    OS << functionName(S.callee());
  } else {
    OS << '*';
    value(S.target());
  }
  OS << '(';
  listed(S.args_begin(), S.args_count());
  OS << ')';
  at(&S.loc());
  flags(S.flags(), fb::EnumValuesSiteFlag(), fb::EnumNameSiteFlag);
  if (S.macro())
    OS << " macro " << text(S.macro());
}

void Printer::event(const fb::Event &E) {
  switch (E.kind()) {
  case EventKind::Call:
    call(U.sites()[E.a()]);
    break;
  case EventKind::Store:
    OS << "store ";
    value(E.a());
    OS << " = ";
    value(E.b());
    at(&E.loc());
    break;
  case EventKind::Return:
    OS << "return";
    if (E.a()) {
      OS << ' ';
      value(E.a());
    }
    at(&E.loc());
    break;
  }
  OS << '\n';
}

void Printer::block(const fb::Function &F, uint32_t Number) {
  const fb::Block &B = U.blocks()[F.blocks_begin() + Number];
  for (const fb::Event &E : U.events().slice(B.events_begin(), B.events_count())) {
    OS << "  b" << Number << ": ";
    event(E);
  }
  OS << "  b" << Number << ": ";
  auto Successors = U.list(B.succ_begin(), B.succ_count());
  if (Successors.empty()) {
    OS << "end\n";
    return;
  }
  if (B.cond()) {
    OS << "if ";
    value(B.cond());
    OS << ' ';
  }
  OS << "goto ";
  ListSeparator Else(B.cond() ? " else " : ", ");
  for (uint32_t To : Successors) {
    OS << Else;
    if (To == NoBlock)
      OS << "never";
    else
      OS << 'b' << To;
  }
  OS << '\n';
}

void Printer::function(const fb::Function &F) {
  OS << "function " << text(F.name()) << text(F.signature());
  if (F.result_type())
    OS << " -> " << text(F.result_type());
  at(F.loc());
  flags(F.flags(), fb::EnumValuesFunctionFlag(), fb::EnumNameFunctionFlag);
  if (F.record())
    OS << " of " << recordName(F.record());
  if (F.parent())
    OS << " in " << functionName(F.parent());
  names("overrides", F.overrides_begin(), F.overrides_count(), &Printer::functionName);
  names("annotated", F.annotations_begin(), F.annotations_count(), &Printer::text);
  OS << '\n';
  for (uint32_t I = 0; I != F.captures_count(); ++I) {
    const fb::Capture &C = U.captures()[F.captures_begin() + I];
    OS << "  captured" << I << ' ' << text(C.name()) << " = ";
    value(C.value());
    OS << (C.by_ref() ? " by reference\n" : " by copy\n");
  }
  for (uint32_t I = 0; I != F.blocks_count(); ++I)
    block(F, I);
}

void Printer::record(const fb::Record &R) {
  OS << "record " << text(R.name());
  at(R.loc());
  flags(R.flags(), fb::EnumValuesRecordFlag(), fb::EnumNameRecordFlag);
  names("bases", R.bases_begin(), R.bases_count(), &Printer::recordName);
  if (R.first_member())
    OS << " first member " << recordName(R.first_member());
  names("annotated", R.annotations_begin(), R.annotations_count(), &Printer::text);
  OS << '\n';
}

void Printer::variable(const fb::Variable &V) {
  OS << "variable " << text(V.name()) << " : " << text(V.type());
  at(V.loc());
  flags(V.flags(), fb::EnumValuesVariableFlag(), fb::EnumNameVariableFlag);
  if (V.record())
    OS << " of " << recordName(V.record());
  OS << '\n';
}

void Printer::unit() {
  OS << "unit " << U.mainFile() << " (" << U.language() << ")\n";
  for (uint32_t I = 0; I != U.recordCount(); ++I)
    record(U.record(I));
  for (uint32_t I = 0; I != U.variableCount(); ++I)
    variable(U.variable(I));
  for (uint32_t I = 0; I != U.functionCount(); ++I)
    function(U.function(I));
  for (const fb::Diagnostic *D : *U->diagnostics())
    OS << "diagnostic " << D->line() << ':' << D->col() << ' ' << D->text()->str() << '\n';
}

} // namespace

void print(const UnitView &U, raw_ostream &OS) { Printer(U, OS).unit(); }

} // namespace offmain::facts
