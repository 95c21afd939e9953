// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One small unit that uses every table and every kind of value, for tests that need "a unit" or "any unit".
#ifndef OFFMAIN_TEST_UNIT_FACTS_SAMPLE_H
#define OFFMAIN_TEST_UNIT_FACTS_SAMPLE_H

#include "facts/Builder.h"

namespace offmain::facts::test {

inline std::unique_ptr<llvm::MemoryBuffer> buffer(llvm::StringRef Bytes) {
  return llvm::MemoryBuffer::getMemBufferCopy(Bytes, "sample");
}

inline std::string sampleBytes() {
  UnitBuilder B;
  uint32_t Source = B.file("src/a.cpp", false), Header = B.file("/usr/include/lib.h", true);
  auto At = [&](uint32_t Line) { return B.loc(Source, Line, 3); };
  bool IsNew;
  uint32_t Base = B.record(1, IsNew), Heir = B.record(2, IsNew);
  B.recordDef(Base).Name = B.string("Base");
  B.recordDef(Heir).Name = B.string("Heir");
  B.recordDef(Heir).At = At(2);
  B.recordDef(Heir).Bases = {Base};
  B.recordDef(Heir).Annotations = {B.string("note")};
  B.recordDef(Heir).FirstMember = Base;
  uint32_t Field = B.variable(10, IsNew), Global = B.variable(11, IsNew);
  B.variableDef(Field) = {10, B.string("Heir::field"), Heir, B.string("Base *"), Base, At(4), 0};
  B.variableDef(Global).Name = B.string("global");

  uint32_t Called = B.function(20, IsNew), Virtual = B.function(21, IsNew), Main = B.function(22, IsNew),
           Lambda = B.function(23, IsNew);
  B.functionDef(Called).Name = B.string("library_call");
  B.functionDef(Called).At = B.loc(Header, 7, 1);
  B.functionDef(Called).set(FunctionFlag::Outside);
  B.functionDef(Virtual).Name = B.string("Heir::run");
  B.functionDef(Virtual).Record = Heir;
  FunctionDef &F = B.functionDef(Main);
  F.Name = B.string("Heir::go");
  F.Signature = B.string("(int)");
  F.Record = Heir;
  F.At = At(10);
  F.End = At(30);
  F.Overrides = {Virtual};
  F.Annotations = {B.string("qt_slot")};
  F.Params = {fb::Param(B.string("n"), 0, B.string("int"), 0)};
  B.functionDef(Lambda).Name = B.string("Heir::go::(lambda)");
  B.functionDef(Lambda).Parent = Main;

  uint32_t P0 = B.value(ValueKind::Param, 0);
  uint32_t LocalIndex = B.local(fb::Local(B.string("l"), Heir, B.string("Heir"), Main, At(11)));
  uint32_t L = B.value(ValueKind::Local, LocalIndex, 0, Heir);
  uint32_t G = B.value(ValueKind::Global, Global);
  uint32_t Fld = B.value(ValueKind::Field, B.value(ValueKind::This, 0, 0, Heir), Field, Base);
  uint32_t Text = B.value(ValueKind::String, B.string("text \"quoted\" \xc3\xa9\n"));
  uint32_t All = B.list({Text, B.integer(-5), B.value(ValueKind::Null), B.value(ValueKind::Enum, B.string("E::A"), 3),
                         B.value(ValueKind::Function, Called), B.value(ValueKind::Lambda, Lambda),
                         B.value(ValueKind::Member, Virtual), B.value(ValueKind::Member, 0, Field),
                         B.value(ValueKind::OffsetOf, 0, Field), B.value(ValueKind::AddressOf, L),
                         B.value(ValueKind::Index, G, P0), B.value(ValueKind::Select, P0, G)});
  uint32_t Site0 = B.site({.At = At(12), .End = At(12), .Callee = Called, .Args = {P0, All}, .Function = Main});
  uint32_t Result = B.value(ValueKind::CallResult, Site0);
  uint32_t Made = B.value(ValueKind::New, B.nextSite() + 1, 0, Heir);
  uint32_t Site1 = B.site({.At = At(13),
                           .Callee = Virtual,
                           .Receiver = Made,
                           .Args = {Result},
                           .Flags = 6,
                           .Macro = B.string("MACRO"),
                           .Function = Main});
  uint32_t Site2 = B.site({.At = At(20), .Target = Fld, .Args = {}, .Function = Lambda});
  uint32_t Cond = B.value(ValueKind::And, B.value(ValueKind::Eq, Result, G),
                          B.value(ValueKind::Or, B.value(ValueKind::Not, P0),
                                 B.value(ValueKind::Or, B.value(ValueKind::Ne, P0, L), B.value(ValueKind::Less, P0, L))));
  B.functionDef(Lambda).Captures = {fb::Capture(L, 1, 0, 0, B.string("l"))};

  Body Code;
  uint32_t B0 = Code.block(), B1 = Code.block(), B2 = Code.block();
  Code.call(B0, Site0, At(12));
  Code.Blocks[B0].Successors = {B1, B2};
  Code.Blocks[B0].Condition = Cond;
  Code.call(B1, Site1, At(13));
  Code.store(B1, Fld, Made, At(13));
  Code.Blocks[B1].Successors = {B2};
  Code.ret(B2, Result, At(14));
  B.setBody(Main, std::move(Code));
  Body Inner;
  Inner.block();
  Inner.call(0, Site2, At(20));
  Inner.store(0, B.value(ValueKind::Captured, 0), B.value(ValueKind::Unknown), At(21));
  B.setBody(Lambda, std::move(Inner));
  B.diagnostic(2, Source, 3, 1, "something is odd");
  return B.finish("src/a.cpp", 42, "c++");
}

} // namespace offmain::facts::test

#endif
