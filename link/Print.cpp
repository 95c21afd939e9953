// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `--print=program`: the linked program as a listing, sorted by name, as a reader looks for it.
#include "facts/Listing.h"
#include "link/Program.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using offmain::facts::Listing;

namespace offmain {
namespace {

facts::ListedPlace place(const Place &P) { return {P.Line, P.Column}; }

class ProgramSource {
public:
  explicit ProgramSource(const Program &P) : P(P) {}
  facts::ListedValue value(uint32_t I) const {
    const Value &V = P.Values[I];
    return {V.Kind, V.Record.Index, V.A, V.B};
  }
  facts::ListedSite site(uint32_t I) const {
    const Site &S = P.Sites[I];
    return {place(S.At),
            S.Callee.Index,
            S.Target.Index,
            S.Receiver.Index,
            S.Macro.Index,
            S.Flags,
            {S.ArgsBegin, S.ArgsCount}};
  }
  uint32_t item(uint32_t I) const { return P.Lists[I]; }
  StringRef string(uint32_t I) const { return P.Strings[I]; }
  StringRef functionName(uint32_t I) const { return P.name(FunctionId(I)); }
  StringRef recordName(uint32_t I) const { return P.name(RecordId(I)); }
  StringRef variableName(uint32_t I) const { return P.name(VariableId(I)); }
  StringRef localName(uint32_t I) const { return P.text(P.Locals[I].Name); }

private:
  const Program &P;
};

template <class T> std::vector<const T *> sorted(const Program &P, ArrayRef<T> All) {
  std::vector<const T *> Out;
  for (const T &Entry : All)
    Out.push_back(&Entry);
  llvm::sort(Out, [&](const T *A, const T *B) {
    return std::pair(P.text(A->Name), A) < std::pair(P.text(B->Name), B); // of one name in table order
  });
  return Out;
}

void body(const Program &P, const Function &F, Listing<ProgramSource> &List) {
  for (uint32_t I = 0; I != F.CapturesCount; ++I) {
    const Capture &C = P.Captures[F.CapturesBegin + I];
    List.capture(I, {C.InEnclosing.Index, C.Name.Index, C.ByReference});
  }
  ArrayRef<Block> Blocks = P.blocks(F);
  for (uint32_t I = 0; I != Blocks.size(); ++I) {
    for (const Event &E : P.events(Blocks[I]))
      List.event(I, {E.Kind, E.A, E.B, place(E.At)});
    List.leave(I, Blocks[I].Condition.Index, P.successors(Blocks[I]));
  }
}

} // namespace

void print(const Program &P, raw_ostream &OS) {
  ProgramSource From(P);
  Listing<ProgramSource> List(From, OS);
  for (const Unit &U : P.Units)
    OS << "unit " << P.text(U.MainFile) << " (" << P.text(U.Language) << ")\n";
  for (const Record *R : sorted<Record>(P, P.Records))
    List.record({R->Name.Index,
                 R->Flags,
                 R->FirstMember.Index,
                 place(R->At),
                 {R->BasesBegin, R->BasesCount},
                 {R->AnnotationsBegin, R->AnnotationsCount}});
  for (const Variable *V : sorted<Variable>(P, P.Variables))
    List.variable({V->Name.Index, V->Type.Index, V->Owner.Index, V->Flags, place(V->At)});
  for (const Function *F : sorted<Function>(P, P.Functions)) {
    List.function({F->Name.Index,
                   F->Signature.Index,
                   F->ResultType.Index,
                   F->Record.Index,
                   F->Parent.Index,
                   F->Flags,
                   place(F->At),
                   {F->OverridesBegin, F->OverridesCount},
                   {F->AnnotationsBegin, F->AnnotationsCount}});
    body(P, *F, List);
  }
}

} // namespace offmain
