// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entries as readable paragraphs, for `offmain models NAME`:
//
//   QThread::wait  [qt-core.yaml:31]
//     blocks: unbounded
//     source: https://doc.qt.io/qt-6/qthread.html#wait
#include "models/Parse.h"
#include "models/Store.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offmain {
namespace {

StringRef patternFor(const std::vector<std::string> &Names, StringRef Name) {
  for (const std::string &Pattern : Names)
    if (matchesGlob(Pattern, Name))
      return Pattern;
  return Names.front();
}

/// The entries of `arg: callables` are shown as that one.
bool isPartOfCallables(const Contract &C, const CallbackContract &B) {
  return C.Callbacks.size() == CallableArgs && all_of(C.Callbacks, [&](const CallbackContract &Other) {
           return Other.Runs == B.Runs && Other.OwnerArg == B.OwnerArg;
         });
}

void describeCallback(const CallbackContract &B, StringRef Arg, raw_ostream &OS) {
  OS << "  callback: " << Arg << " runs " << text(B.Runs);
  if (B.OwnerArg != NoArg)
    OS << " " << argText(B.OwnerArg);
  if (!B.Keeper.empty())
    OS << " by " << B.Keeper;
  if (!B.Method.empty())
    OS << ", its method " << B.Method;
  if (B.DataArg != NoArg)
    OS << ", data " << argText(B.DataArg);
  if (B.DestroyArg != NoArg)
    OS << ", destroy " << argText(B.DestroyArg);
  if (B.Lock != Under::Unset)
    OS << ", under " << text(B.Lock);
  if (!B.UnlessGiven.empty())
    OS << ", unless given " << B.UnlessGiven;
  OS << "\n";
}

void describeBlocks(const Contract &C, raw_ostream &OS) {
  OS << "  blocks: ";
  if (C.Blocking == Blocks::Bounded)
    OS << "for the time in argument " << argText(C.BoundArg);
  else
    OS << text(C.Blocking);
  if (C.Blocking == Blocks::Bounded && C.BoundUnitMs > 0)
    OS << ", in units of " << C.BoundUnitMs << " ms";
  if (C.UnlessArg != NoArg)
    OS << ", unless argument " << argText(C.UnlessArg);
  if (!C.UnlessIs.empty()) {
    OS << " is ";
    interleave(C.UnlessIs, OS, " or ");
  }
  if (C.UnlessHas)
    OS << (C.UnlessIs.empty() ? " has " : " or has ") << "a bit of " << C.UnlessHas;
  OS << "\n";
}

void describeArgs(const Contract &C, raw_ostream &OS) {
  const std::pair<StringRef, int> Args[] = {{"returns-arg", C.ReturnsArg}, {"invokes", C.InvokesArg},
                                            {"waits-for", C.WaitsFor}, {"wakes", C.Wakes}, {"handle", C.HandleArg}, {"descriptor", C.Descriptor},
                                            {"name-arg", C.SignalNameArg}, {"instance-arg", C.SignalInstanceArg},
                                            {"handler-arg", C.HandlerArg}, {"sender-arg", C.SenderArg},
                                            {"context-arg", C.ContextArg}, {"type-arg", C.TypeArg}};
  for (const auto &[Key, Arg] : Args)
    if (Arg != NoArg)
      OS << "  " << Key << ": " << argText(Arg) << "\n";
  if (C.StoresArg != NoArg)
    OS << "  stores: " << argText(C.StoresArg) << " into " << argText(C.StoresInto) << "\n";
}

void describeFunction(const FunctionEntry &E, StringRef Name, raw_ostream &OS) {
  const Contract &C = E.C;
  OS << patternFor(E.Names, Name) << E.Signature << (E.Heirs ? " and heirs" : "") << "  [" << C.File << "]\n";
  if (C.Kit != Toolkit::None)
    OS << "  toolkit: " << text(C.Kit) << "\n";
  if (C.RunsOn != Thread::Unset)
    OS << "  runs-on: " << text(C.RunsOn) << "\n";
  for (const CallbackContract &B : C.Callbacks) {
    bool Callables = isPartOfCallables(C, B);
    describeCallback(B, Callables ? "callables" : argText(B.Arg), OS);
    if (Callables)
      break;
  }
  if (C.Blocking != Blocks::Unset)
    describeBlocks(C, OS);
  const std::pair<StringRef, StringRef> Texts[] = {{"async", C.Async},   {"finish", C.Finish}, {"lock", C.Lock},
                                                   {"unlock", C.Unlock}, {"requires", C.Requires}, {"releases", C.Releases},
                                                   {"calls-kept", C.CallsKept}, {"deprecated", C.DeprecatedRule},
                                                   {"advice", C.Advice}, {"source", C.Source}};
  if (E.states(Attribute::What))
    OS << "  role: " << text(C.What) << "\n";
  describeArgs(C, OS);
  if (C.AssertsMain)
    OS << "  asserts-main: true\n";
  if (C.NoReturn)
    OS << "  noreturn: true\n";
  for (const auto &[Key, Value] : Texts)
    if (!Value.empty())
      OS << "  " << Key << ": " << Value << "\n";
}

void describeCalled(const CalledTable &Table, StringRef Name, StringRef Key, raw_ostream &OS) {
  Table.Index.find(Name, [&](const NameIndex::Match &M) {
    const CalledEntry &E = Table.Entries[M.Value];
    OS << patternFor(E.Names, Name) << "  [" << E.On.File << "]\n  " << Key << ": " << text(E.On.On)
       << (E.On.Handler ? "" : ", not from the running loop");
    if (E.On.Lock != Under::Unset)
      OS << ", under " << text(E.On.Lock);
    OS << "\n";
    if (!E.On.Source.empty())
      OS << "  source: " << E.On.Source << "\n";
  });
}

/// The class an entry's name speaks of: "QWidget" of "QWidget::*".
bool speaksOfClass(const FunctionEntry &E, StringRef Class) {
  return any_of(E.Names, [&](StringRef Name) { return Name.consume_front(Class) && Name.starts_with("::"); });
}

} // namespace

void ModelSet::describe(StringRef Name, raw_ostream &OS) const {
  bool Any = false;
  I->Functions.find(Name, [&](const NameIndex::Match &M) {
    describeFunction(I->FunctionEntries[M.Value], Name, OS);
    Any = true;
  });
  describeCalled(I->Overrides, Name, "overrides are called-on", OS);
  describeCalled(I->Fields, Name, "called-on", OS);
  describeCalled(I->LookedUp, Name, "looked up and called-on", OS);
  describeCalled(I->Signals, Name, "emitted-on", OS);
  I->Classes.find(Name, [&](const NameIndex::Match &M) {
    const ClassEntry &E = I->ClassEntries[M.Value];
    OS << patternFor(E.Names, Name) << (E.Heirs ? " and heirs" : "") << "  [" << E.File
       << "]\n";
    if (E.How != Affinity::Unset)
      OS << "  affinity: " << text(E.How) << "\n";
    if (E.Ends != Lifetime::Unset)
      OS << "  lifetime: " << text(E.Ends) << "\n";
    if (E.Parent)
      OS << "  parent: true\n";
    if (!E.Deleter.empty())
      OS << "  deleter: " << E.Deleter << "\n";
    if (!E.Called.empty())
      OS << "  called: " << E.Called << "\n";
    if (!E.Advice.empty())
      OS << "  advice: " << E.Advice << "\n";
    if (!E.Source.empty())
      OS << "  source: " << E.Source << "\n";
  });
  if (Any)
    return;
  for (const FunctionEntry &E : I->FunctionEntries)
    if (speaksOfClass(E, Name))
      describeFunction(E, Name, OS);
}

} // namespace offmain
