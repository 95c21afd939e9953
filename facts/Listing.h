// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The listing that `--print=facts` and `--print=program` share. A unit and a program hold the same things in other
// numbers ("index + 1" in one file, dense ids over all); each shows itself through a small Source that hands out
// the plain form below, so the listing's words stand once.
//
// A Source has: value(i), site(i), item(i) (an entry of Lists as plain index), string(i), functionName(i),
// recordName(i), variableName(i), localName(i). None is UINT32_MAX throughout.
#ifndef OFFMAIN_FACTS_LISTING_H
#define OFFMAIN_FACTS_LISTING_H

#include "facts/Facts.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace offmain::facts {

struct ListedPlace {
  uint32_t Line = 0, Column = 0;
};
struct ListedRange {
  uint32_t Begin = 0, Count = 0;
};
struct ListedValue {
  ValueKind Kind;
  uint32_t Record, A, B;
};
struct ListedSite {
  ListedPlace At;
  uint32_t Callee, Target, Receiver, Macro, Flags;
  ListedRange Args;
};
struct ListedEvent {
  EventKind Kind;
  uint32_t A, B;
  ListedPlace At;
};
struct ListedCapture {
  uint32_t Value, Name;
  bool ByReference;
};
struct ListedRecord {
  uint32_t Name, Flags, FirstMember;
  ListedPlace At;
  ListedRange Bases, Annotations;
};
struct ListedVariable {
  uint32_t Name, Type, Owner, Flags;
  ListedPlace At;
};
struct ListedFunction {
  uint32_t Name, Signature, ResultType, Record, Parent, Flags;
  ListedPlace At;
  ListedRange Overrides, Annotations;
};

template <class Source> class Listing {
public:
  Listing(const Source &From, llvm::raw_ostream &OS) : From(From), OS(OS) {}

  void record(const ListedRecord &R) {
    OS << "record " << text(R.Name);
    at(R.At);
    flags(R.Flags, fb::EnumValuesRecordFlag(), fb::EnumNameRecordFlag);
    names("bases", R.Bases, [this](uint32_t I) { return From.recordName(I); });
    if (R.FirstMember != None)
      OS << " first member " << From.recordName(R.FirstMember);
    names("annotated", R.Annotations, [this](uint32_t I) { return text(I); });
    OS << '\n';
  }

  void variable(const ListedVariable &V) {
    OS << "variable " << text(V.Name) << " : " << text(V.Type);
    at(V.At);
    flags(V.Flags, fb::EnumValuesVariableFlag(), fb::EnumNameVariableFlag);
    if (V.Owner != None)
      OS << " of " << From.recordName(V.Owner);
    OS << '\n';
  }

  void function(const ListedFunction &F) {
    OS << "function " << text(F.Name) << text(F.Signature);
    if (F.ResultType != None)
      OS << " -> " << text(F.ResultType);
    at(F.At);
    flags(F.Flags, fb::EnumValuesFunctionFlag(), fb::EnumNameFunctionFlag);
    if (F.Record != None)
      OS << " of " << From.recordName(F.Record);
    if (F.Parent != None)
      OS << " in " << From.functionName(F.Parent);
    names("overrides", F.Overrides, [this](uint32_t I) { return From.functionName(I); });
    names("annotated", F.Annotations, [this](uint32_t I) { return text(I); });
    OS << '\n';
  }

  void capture(uint32_t Number, const ListedCapture &C) {
    OS << "  captured" << Number << ' ' << text(C.Name) << " = ";
    value(C.Value);
    OS << (C.ByReference ? " by reference\n" : " by copy\n");
  }

  /// One line of block `Block`.
  void event(uint32_t Block, const ListedEvent &E);
  /// The last line of a block: where it goes.
  void leave(uint32_t Block, uint32_t Condition, llvm::ArrayRef<uint32_t> Successors);
  /// Recursion is bounded: MaxValueDepth.
  void value(uint32_t I);

private:
  static constexpr uint32_t None = UINT32_MAX;

  llvm::StringRef text(uint32_t I) const { return I == None ? llvm::StringRef() : From.string(I); }
  void at(ListedPlace P) {
    if (P.Line)
      OS << " at " << P.Line << ':' << P.Column;
  }
  template <class Flag, size_t N> void flags(uint32_t Set, const Flag (&All)[N], const char *(*Name)(Flag)) {
    for (Flag F : All)
      if (Set & static_cast<uint32_t>(F))
        OS << ' ' << llvm::StringRef(Name(F)).lower();
  }
  template <class NameFn> void names(const char *Title, ListedRange Range, NameFn Name) {
    if (Range.Count == 0)
      return;
    OS << ' ' << Title << ' ';
    llvm::ListSeparator Comma(", ");
    for (uint32_t I = Range.Begin; I != Range.Begin + Range.Count; ++I)
      OS << Comma << Name(From.item(I));
  }
  void listed(ListedRange Range) {
    llvm::ListSeparator Comma(", ");
    for (uint32_t I = Range.Begin; I != Range.Begin + Range.Count; ++I) {
      OS << Comma;
      value(From.item(I));
    }
  }
  void binary(const ListedValue &V, const char *Op) {
    OS << '(';
    value(V.A);
    OS << Op;
    value(V.B);
    OS << ')';
  }
  void call(const ListedSite &S);
  void result(const ListedSite &S) {
    OS << "result of " << (S.Callee != None ? From.functionName(S.Callee) : "?");
    at(S.At);
  }

  const Source &From;
  llvm::raw_ostream &OS;
};

template <class Source> void Listing<Source>::value(uint32_t I) {
  if (I == None) {
    OS << "none";
    return;
  }
  ListedValue V = From.value(I);
  switch (V.Kind) {
  case ValueKind::Unknown:
    OS << '?';
    return;
  case ValueKind::This:
    OS << "this";
    return;
  case ValueKind::Param:
    OS << "param" << V.A;
    return;
  case ValueKind::Captured:
    OS << "captured" << V.A;
    return;
  case ValueKind::Local:
    OS << From.localName(V.A);
    return;
  case ValueKind::Global:
    OS << "::" << From.variableName(V.A);
    return;
  case ValueKind::Field:
    value(V.A);
    OS << '.' << From.variableName(V.B);
    return;
  case ValueKind::Index:
    value(V.A);
    OS << '[';
    value(V.B);
    OS << ']';
    return;
  case ValueKind::AddressOf:
    OS << '&';
    value(V.A);
    return;
  case ValueKind::CallResult:
    result(From.site(V.A));
    return;
  case ValueKind::New:
    OS << "new " << (V.Record != None ? From.recordName(V.Record) : "?");
    return;
  case ValueKind::Function:
    OS << '&' << From.functionName(V.A);
    return;
  case ValueKind::Lambda:
    OS << "lambda " << From.functionName(V.A);
    return;
  case ValueKind::Member:
    OS << "member " << (V.A != None ? From.functionName(V.A) : V.B != None ? From.variableName(V.B) : "?");
    return;
  case ValueKind::String:
    OS << '"';
    OS.write_escaped(text(V.A)) << '"';
    return;
  case ValueKind::Enum:
    OS << text(V.A);
    return;
  case ValueKind::Int:
    OS << static_cast<int64_t>(static_cast<uint64_t>(V.B) << 32 | V.A);
    return;
  case ValueKind::Null:
    OS << "null";
    return;
  case ValueKind::Select:
    binary(V, " else ");
    return;
  case ValueKind::Eq:
    binary(V, " == ");
    return;
  case ValueKind::Ne:
    binary(V, " != ");
    return;
  case ValueKind::Less:
    binary(V, " < ");
    return;
  case ValueKind::And:
    binary(V, " && ");
    return;
  case ValueKind::Or:
    binary(V, " || ");
    return;
  case ValueKind::Not:
    OS << '!';
    value(V.A);
    return;
  case ValueKind::OffsetOf:
    OS << "offsetof " << (V.B != None ? From.variableName(V.B) : "?");
    return;
  case ValueKind::List:
    OS << '{';
    listed({V.A, V.B});
    OS << '}';
    return;
  }
}

template <class Source> void Listing<Source>::call(const ListedSite &S) {
  OS << "call ";
  if (S.Receiver != None) {
    value(S.Receiver);
    OS << "->";
  }
  if (S.Callee != None) {
    OS << From.functionName(S.Callee);
  } else {
    OS << '*';
    value(S.Target);
  }
  OS << '(';
  listed(S.Args);
  OS << ')';
  at(S.At);
  flags(S.Flags, fb::EnumValuesSiteFlag(), fb::EnumNameSiteFlag);
  if (S.Macro != None)
    OS << " macro " << text(S.Macro);
}

template <class Source> void Listing<Source>::event(uint32_t Block, const ListedEvent &E) {
  OS << "  b" << Block << ": ";
  switch (E.Kind) {
  case EventKind::Call:
    call(From.site(E.A));
    break;
  case EventKind::Store:
    OS << "store ";
    value(E.A);
    OS << " = ";
    value(E.B);
    at(E.At);
    break;
  case EventKind::Return:
    OS << "return";
    if (E.A != None) {
      OS << ' ';
      value(E.A);
    }
    at(E.At);
    break;
  }
  OS << '\n';
}

template <class Source>
void Listing<Source>::leave(uint32_t Block, uint32_t Condition, llvm::ArrayRef<uint32_t> Successors) {
  OS << "  b" << Block << ": ";
  if (Successors.empty()) {
    OS << "end\n";
    return;
  }
  if (Condition != None) {
    OS << "if ";
    value(Condition);
    OS << ' ';
  }
  OS << "goto ";
  llvm::ListSeparator Else(Condition != None ? " else " : ", ");
  for (uint32_t To : Successors) {
    OS << Else;
    if (To == NoBlock)
      OS << "never";
    else
      OS << 'b' << To;
  }
  OS << '\n';
}

} // namespace offmain::facts

#endif
