// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The vocabulary of model files, as tables: one row a key. A key that is in no table is an error that names file, line
// and key, because a misspelt promise ("run-on: main") that is silently ignored is worse than none.
#include "models/Parse.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace offmain {
namespace {

template <class T> struct Word {
  StringLiteral Text;
  T Value;
};

constexpr Word<Thread> ThreadWords[] = {
    {"any", Thread::Any},
    {"main", Thread::Main},
    {"owner", Thread::Owner},
    {"inline", Thread::Inline},
    {"worker", Thread::Worker},
    {"library-thread", Thread::LibraryThread},
    {"forked", Thread::Forked},
    {"signal-handler", Thread::SignalHandler},
    {"owner-of-arg", Thread::OwnerOfArg},
    {"context", Thread::Context},
    {"emitter", Thread::Emitter},
    {"kept", Thread::Kept},
    {"nowhere", Thread::Nowhere},
};

constexpr Word<Blocks> BlocksWords[] = {
    {"no", Blocks::No},
    {"short", Blocks::Short},
    {"unbounded", Blocks::Unbounded},
    {"nested-loop", Blocks::NestedLoop},
};

constexpr Word<Role> RoleWords[] = {
#define OFFMAIN_ROLE(Name, Text, Doc) {Text, Role::Name},
#include "models/Roles.def"
};

constexpr Word<Toolkit> ToolkitWords[] = {{"none", Toolkit::None}, {"gtk", Toolkit::Gtk}, {"qt", Toolkit::Qt}};

constexpr Word<Under> UnderWords[] = {
    {"gdk", Under::Gdk}, {"gil", Under::Gil}, {"none", Under::None}, {"unknown", Under::Unknown}};

using Affinity = ModelSet::Affinity;
constexpr Word<Affinity> AffinityWords[] = {
    {"gui", Affinity::Gui}, {"affine", Affinity::Affine}, {"plain", Affinity::Plain}};
using Lifetime = ModelSet::Lifetime;
constexpr Word<Lifetime> LifetimeWords[] = {{"tracked", Lifetime::Tracked}, {"guard", Lifetime::Guard}};

template <class T, size_t N> StringRef wordOf(const Word<T> (&Words)[N], T Value) {
  for (const Word<T> &W : Words)
    if (W.Value == Value)
      return W.Text;
  return "";
}

/// Walks one file's tree. Every reader returns false after noting the first error.
class Reader {
public:
  explicit Reader(StringRef File) : File(File) {}

  Expected<ModelFile> run(const YamlValue &Root);

  bool fail(unsigned Line, const Twine &What) {
    if (Message.empty()) {
      Line_ = Line;
      Message = What.str();
    }
    return false;
  }

  bool readText(const YamlValue &V, std::string &Out) {
    if (!V.isScalar())
      return fail(V.Line, "expected a text");
    Out = V.Text;
    return true;
  }

  bool readFlag(const YamlValue &V, bool &Out) {
    if (V.isScalar() && (V.Text == "true" || V.Text == "false")) {
      Out = V.Text == "true";
      return true;
    }
    return fail(V.Line, "expected true or false");
  }

  bool readArg(const YamlValue &V, int &Out) {
    if (V.isScalar() && V.Text == "receiver")
      Out = ReceiverArg;
    else if (!V.isScalar() || StringRef(V.Text).getAsInteger(10, Out) || Out < 0 || Out > 255)
      return fail(V.Line, "expected an argument number or 'receiver'");
    return true;
  }

  template <class T, size_t N> bool readWord(const YamlValue &V, const Word<T> (&Words)[N], T &Out) {
    if (V.isScalar())
      for (const Word<T> &W : Words)
        if (W.Text == V.Text) {
          Out = W.Value;
          return true;
        }
    std::string Known;
    for (const Word<T> &W : Words)
      Known += (Known.empty() ? "" : ", ") + W.Text.str();
    return fail(V.Line, "'" + V.Text + "' is none of: " + Known);
  }

  bool readThread(const YamlValue &V, Thread &Out) { return readWord(V, ThreadWords, Out); }
  bool readNames(const YamlValue &V, std::vector<std::string> &Out);
  bool readBlocks(const YamlValue &V, Contract &C);
  bool readUnless(const YamlValue &V, Contract &C);
  bool readStores(const YamlValue &V, Contract &C);
  bool readCallback(const YamlValue &V, Contract &C);

private:
  template <class Entry, class ReadOne> bool readEntries(const YamlValue &V, std::vector<Entry> &Out, ReadOne Read) {
    if (V.isNull())
      return true;
    if (!V.isSequence())
      return fail(V.Line, "expected a list");
    for (const YamlValue &Item : V.Items) {
      if (!Item.isMapping())
        return fail(Item.Line, "expected an entry (name: ...)");
      Out.emplace_back();
      if (!Read(Item, Out.back()))
        return false;
      if (Out.back().Names.empty())
        return fail(Item.Line, "the entry has no name");
    }
    return true;
  }
  bool readFunction(const YamlValue &V, FunctionEntry &E);
  bool readCalled(const YamlValue &V, CalledEntry &E, StringRef ThreadKey);
  bool readClass(const YamlValue &V, ClassEntry &E);
  bool readHead(const YamlPair &P);
  std::string at(unsigned Line) const { return (File + ":" + Twine(Line)).str(); }

  StringRef File;
  ModelFile Out;
  unsigned Line_ = 0;
  std::string Message;
};

struct FunctionKey {
  StringLiteral Text;
  Attribute States;
  bool (*Read)(Reader &, const YamlValue &, Contract &);
};

constexpr FunctionKey FunctionKeys[] = {
    {"runs-on", Attribute::RunsOn,
     [](Reader &R, const YamlValue &V, Contract &C) {
       if (!R.readThread(V, C.RunsOn))
         return false;
       if (C.RunsOn == Thread::Any || C.RunsOn == Thread::Main || C.RunsOn == Thread::Owner ||
           C.RunsOn == Thread::Worker)
         return true;
       return R.fail(V.Line, "runs-on is any, main, owner or worker");
     }},
    {"toolkit", Attribute::Kit,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readWord(V, ToolkitWords, C.Kit); }},
    {"callback", Attribute::Callbacks, [](Reader &R, const YamlValue &V, Contract &C) { return R.readCallback(V, C); }},
    {"callbacks", Attribute::Callbacks,
     [](Reader &R, const YamlValue &V, Contract &C) {
       if (!V.isSequence())
         return R.fail(V.Line, "expected a list of callbacks");
       for (const YamlValue &Item : V.Items)
         if (!R.readCallback(Item, C))
           return false;
       return true;
     }},
    {"blocks", Attribute::Blocking, [](Reader &R, const YamlValue &V, Contract &C) { return R.readBlocks(V, C); }},
    {"unless", Attribute::Blocking, [](Reader &R, const YamlValue &V, Contract &C) { return R.readUnless(V, C); }},
    {"async", Attribute::Async, [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Async); }},
    {"finish", Attribute::Finish, [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Finish); }},
    {"lock", Attribute::Lock, [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Lock); }},
    {"unlock", Attribute::Unlock, [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Unlock); }},
    {"requires", Attribute::Requires,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Requires); }},
    {"releases", Attribute::Releases,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Releases); }},
    {"role", Attribute::What,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readWord(V, RoleWords, C.What); }},
    {"returns-arg", Attribute::ReturnsArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.ReturnsArg); }},
    {"stores", Attribute::Stores, [](Reader &R, const YamlValue &V, Contract &C) { return R.readStores(V, C); }},
    {"waits-for", Attribute::WaitsFor,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.WaitsFor); }},
    {"wakes", Attribute::Wakes, [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.Wakes); }},
    {"handle", Attribute::Handle, [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.HandleArg); }},
    {"descriptor", Attribute::Descriptor,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.Descriptor); }},
    {"invokes", Attribute::InvokesArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.InvokesArg); }},
    {"calls-kept", Attribute::CallsKept,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.CallsKept); }},
    {"asserts-main", Attribute::AssertsMain,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readFlag(V, C.AssertsMain); }},
    {"noreturn", Attribute::NoReturn,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readFlag(V, C.NoReturn); }},
    {"deprecated", Attribute::Deprecated,
     [](Reader &R, const YamlValue &V, Contract &C) { return C.Deprecated = R.readText(V, C.DeprecatedRule); }},
    {"advice", Attribute::Advice, [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Advice); }},
    {"name-arg", Attribute::SignalNameArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.SignalNameArg); }},
    {"instance-arg", Attribute::SignalInstanceArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.SignalInstanceArg); }},
    {"handler-arg", Attribute::HandlerArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.HandlerArg); }},
    {"sender-arg", Attribute::SenderArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.SenderArg); }},
    {"context-arg", Attribute::ContextArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.ContextArg); }},
    {"type-arg", Attribute::TypeArg,
     [](Reader &R, const YamlValue &V, Contract &C) { return R.readArg(V, C.TypeArg); }},
    {"source", Attribute::Source, [](Reader &R, const YamlValue &V, Contract &C) { return R.readText(V, C.Source); }},
};

bool Reader::readNames(const YamlValue &V, std::vector<std::string> &Names) {
  size_t Before = Names.size();
  if (V.isScalar()) {
    Names.push_back(V.Text);
  } else if (V.isSequence()) {
    for (const YamlValue &Item : V.Items) {
      Names.emplace_back();
      if (!readText(Item, Names.back()))
        return false;
    }
  }
  for (size_t I = Before; I < Names.size(); ++I)
    if (Names[I].empty())
      return fail(V.Line, "an empty name");
  return Names.size() > Before || fail(V.Line, "expected a name or a list of names");
}

bool Reader::readBlocks(const YamlValue &V, Contract &C) {
  if (!V.isMapping())
    return readWord(V, BlocksWords, C.Blocking);
  C.Blocking = Blocks::Bounded;
  C.BoundUnitMs = 0;
  for (const YamlPair &P : V.Pairs) {
    if (P.Key == "bounded") {
      if (!readArg(P.Value, C.BoundArg))
        return false;
    } else if (P.Key == "unit-ms") {
      if (!P.Value.isScalar() || StringRef(P.Value.Text).getAsDouble(C.BoundUnitMs) || !(C.BoundUnitMs > 0))
        return fail(P.Line, "expected milliseconds, more than 0");
    } else {
      return fail(P.Line, "unknown key '" + P.Key + "' (blocks has: bounded, unit-ms)");
    }
  }
  return C.BoundArg != NoArg || fail(V.Line, "'bounded' is missing");
}

bool Reader::readUnless(const YamlValue &V, Contract &C) {
  if (!V.isMapping())
    return fail(V.Line, "expected {arg: N, is: [...], has: BITS}");
  auto ReadNumber = [&](const YamlValue &N, int64_t &Number) {
    return (N.isScalar() && !StringRef(N.Text).getAsInteger(0, Number)) || fail(N.Line, "expected a whole number");
  };
  for (const YamlPair &P : V.Pairs) {
    if (P.Key == "arg") {
      if (!readArg(P.Value, C.UnlessArg))
        return false;
    } else if (P.Key == "is") {
      ArrayRef<YamlValue> Items =
          P.Value.isSequence() ? ArrayRef<YamlValue>(P.Value.Items) : ArrayRef<YamlValue>(P.Value);
      for (const YamlValue &Item : Items) {
        C.UnlessIs.emplace_back();
        if (!ReadNumber(Item, C.UnlessIs.back()))
          return false;
      }
    } else if (P.Key == "has") {
      if (!ReadNumber(P.Value, C.UnlessHas))
        return false;
    } else {
      return fail(P.Line, "unknown key '" + P.Key + "' (unless has: arg, is, has)");
    }
  }
  return (C.UnlessArg >= 0 && (!C.UnlessIs.empty() || C.UnlessHas)) ||
         fail(V.Line, "unless needs the number of an argument, and is or has");
}

bool Reader::readStores(const YamlValue &V, Contract &C) {
  if (!V.isMapping())
    return fail(V.Line, "expected {arg: N, into: receiver}");
  for (const YamlPair &P : V.Pairs) {
    if (P.Key == "arg" || P.Key == "into") {
      if (!readArg(P.Value, P.Key == "arg" ? C.StoresArg : C.StoresInto))
        return false;
    } else {
      return fail(P.Line, "unknown key '" + P.Key + "' (stores has: arg, into)");
    }
  }
  return (C.StoresArg != NoArg && C.StoresInto != NoArg) || fail(V.Line, "stores needs arg and into");
}

bool Reader::readCallback(const YamlValue &V, Contract &C) {
  if (!V.isMapping())
    return fail(V.Line, "expected {arg: N, runs: ...}");
  CallbackContract B;
  bool Callables = false;
  for (const YamlPair &P : V.Pairs) {
    bool Good = true;
    if (P.Key == "arg" && P.Value.isScalar() && P.Value.Text == "callables")
      Callables = true;
    else if (P.Key == "arg")
      Good = readArg(P.Value, B.Arg);
    else if (P.Key == "runs")
      Good = readThread(P.Value, B.Runs);
    else if (P.Key == "owner-arg")
      Good = readArg(P.Value, B.OwnerArg);
    else if (P.Key == "keeper")
      Good = readText(P.Value, B.Keeper);
    else if (P.Key == "data")
      Good = readArg(P.Value, B.DataArg);
    else if (P.Key == "destroy")
      Good = readArg(P.Value, B.DestroyArg);
    else if (P.Key == "method")
      Good = readText(P.Value, B.Method);
    else if (P.Key == "under")
      Good = readWord(P.Value, UnderWords, B.Lock);
    else if (P.Key == "unless-given")
      Good = readText(P.Value, B.UnlessGiven);
    else
      return fail(P.Line, "unknown key '" + P.Key +
                              "' (a callback has: arg, runs, owner-arg, keeper, data, destroy, method, under, unless-given)");
    if (!Good)
      return false;
  }
  if ((B.Arg == NoArg && !Callables) || B.Runs == Thread::Unset)
    return fail(V.Line, "a callback needs arg and runs");
  if ((B.Runs == Thread::OwnerOfArg || B.Runs == Thread::Context) && B.OwnerArg == NoArg)
    return fail(V.Line, "runs: " + wordOf(ThreadWords, B.Runs) + " needs owner-arg");
  if ((B.Runs == Thread::Kept) == B.Keeper.empty())
    return fail(V.Line, "runs: kept needs keeper, and nothing else has one");
  for (B.Arg = Callables ? 0 : B.Arg; Callables && B.Arg < CallableArgs - 1; ++B.Arg)
    C.Callbacks.push_back(B);
  C.Callbacks.push_back(std::move(B));
  return true;
}

bool Reader::readFunction(const YamlValue &V, FunctionEntry &E) {
  if (Out.Kit != Toolkit::None)
    E.States |= 1u << static_cast<unsigned>(Attribute::Kit);
  E.C.Kit = Out.Kit;
  for (const YamlPair &P : V.Pairs) {
    bool Good = true;
    if (P.Key == "name" || P.Key == "names") {
      Good = readNames(P.Value, E.Names);
    } else if (P.Key == "heirs") {
      Good = readFlag(P.Value, E.Heirs);
    } else if (P.Key == "signature") {
      Good = readText(P.Value, E.Signature);
    } else {
      const FunctionKey *Key = llvm::find_if(FunctionKeys, [&](const FunctionKey &K) { return K.Text == P.Key; });
      if (Key == std::end(FunctionKeys))
        return fail(P.Line, "unknown key '" + P.Key + "' in an entry of 'functions'");
      Good = Key->Read(*this, P.Value, E.C);
      E.States |= 1u << static_cast<unsigned>(Key->States);
    }
    if (!Good)
      return fail(P.Line, "cannot read '" + P.Key + "'");
  }
  if (E.C.UnlessArg != NoArg && E.C.Blocking == Blocks::Unset && E.C.What == Role::None)
    return fail(V.Line, "'unless' without 'blocks' or 'role'");
  if (E.C.Source.empty())
    E.C.Source = Out.Source;
  E.C.File = at(V.Line);
  return true;
}

bool Reader::readCalled(const YamlValue &V, CalledEntry &E, StringRef ThreadKey) {
  E.On.Kit = Out.Kit;
  E.On.Source = Out.Source;
  E.On.File = at(V.Line);
  for (const YamlPair &P : V.Pairs) {
    bool Good = true;
    if (P.Key == "name" || P.Key == "names")
      Good = readNames(P.Value, E.Names);
    else if (P.Key == ThreadKey)
      Good = readThread(P.Value, E.On.On);
    else if (P.Key == "handler")
      Good = readFlag(P.Value, E.On.Handler);
    else if (P.Key == "toolkit")
      Good = readWord(P.Value, ToolkitWords, E.On.Kit);
    else if (P.Key == "under")
      Good = readWord(P.Value, UnderWords, E.On.Lock);
    else if (P.Key == "source")
      Good = readText(P.Value, E.On.Source);
    else
      return fail(P.Line, "unknown key '" + P.Key + "' (an entry has: name, names, " + ThreadKey +
                              ", handler, toolkit, under, source)");
    if (!Good)
      return false;
  }
  return E.On.On != Thread::Unset || fail(V.Line, "'" + ThreadKey + "' is missing");
}

bool Reader::readClass(const YamlValue &V, ClassEntry &E) {
  E.Source = Out.Source;
  E.File = at(V.Line);
  for (const YamlPair &P : V.Pairs) {
    bool Good = true;
    if (P.Key == "name" || P.Key == "names")
      Good = readNames(P.Value, E.Names);
    else if (P.Key == "heirs")
      Good = readFlag(P.Value, E.Heirs);
    else if (P.Key == "affinity")
      Good = readWord(P.Value, AffinityWords, E.How);
    else if (P.Key == "lifetime")
      Good = readWord(P.Value, LifetimeWords, E.Ends);
    else if (P.Key == "parent")
      Good = readFlag(P.Value, E.Parent);
    else if (P.Key == "deleter")
      Good = readText(P.Value, E.Deleter);
    else if (P.Key == "called")
      Good = readText(P.Value, E.Called);
    else if (P.Key == "advice")
      Good = readText(P.Value, E.Advice);
    else if (P.Key == "source")
      Good = readText(P.Value, E.Source);
    else
      return fail(P.Line, "unknown key '" + P.Key + "' (a class has: name, names, heirs, affinity, lifetime, parent, deleter, "
                          "called, advice, source)");
    if (!Good)
      return false;
  }
  bool Says = E.How != Affinity::Unset || E.Ends != Lifetime::Unset || E.Parent || !E.Deleter.empty() || !E.Called.empty();
  return Says || fail(V.Line, "'affinity', 'lifetime', 'parent', 'deleter' or 'called' is missing");
}

/// The keys that give defaults to the entries below; they may stand anywhere, so they are read first.
bool Reader::readHead(const YamlPair &P) {
  if (P.Key == "library")
    return readText(P.Value, Out.Library);
  if (P.Key == "source")
    return readText(P.Value, Out.Source);
  if (P.Key == "toolkit")
    return readWord(P.Value, ToolkitWords, Out.Kit);
  return true;
}

Expected<ModelFile> Reader::run(const YamlValue &Root) {
  auto ReadList = [&](const YamlPair &P) {
    if (P.Key == "functions")
      return readEntries(P.Value, Out.Functions,
                         [&](const YamlValue &V, FunctionEntry &E) { return readFunction(V, E); });
    if (P.Key == "overrides" || P.Key == "fields" || P.Key == "looked-up" || P.Key == "signals") {
      auto &List = P.Key == "overrides" ? Out.Overrides
                   : P.Key == "fields"  ? Out.Fields
                   : P.Key == "signals" ? Out.Signals
                                        : Out.LookedUp;
      StringRef ThreadKey = P.Key == "signals" ? "emitted-on" : "called-on";
      return readEntries(P.Value, List,
                         [&](const YamlValue &V, CalledEntry &E) { return readCalled(V, E, ThreadKey); });
    }
    if (P.Key == "classes")
      return readEntries(P.Value, Out.Classes, [&](const YamlValue &V, ClassEntry &E) { return readClass(V, E); });
    if (P.Key == "library" || P.Key == "source" || P.Key == "toolkit")
      return true;
    return fail(P.Line, "unknown key '" + P.Key +
                            "' (a model file has: library, source, toolkit, functions, overrides, fields, looked-up, "
                            "signals, classes)");
  };
  bool Good = Root.isMapping() || Root.isNull() || fail(Root.Line, "expected lists of models (functions: ...)");
  for (const YamlPair &P : Root.Pairs)
    Good = Good && readHead(P);
  for (const YamlPair &P : Root.Pairs)
    Good = Good && ReadList(P);
  if (!Good)
    return yamlError(File, Line_, Message);
  return std::move(Out);
}

} // namespace

StringRef text(Thread T) { return T == Thread::Unset ? "unset" : wordOf(ThreadWords, T); }
StringRef text(Role R) { return wordOf(RoleWords, R); }
StringRef text(Toolkit K) { return wordOf(ToolkitWords, K); }
StringRef text(Under U) { return U == Under::Unset ? "unset" : wordOf(UnderWords, U); }
StringRef text(ModelSet::Affinity A) { return A == Affinity::Unset ? "unset" : wordOf(AffinityWords, A); }
StringRef text(ModelSet::Lifetime L) { return L == Lifetime::Unset ? "unset" : wordOf(LifetimeWords, L); }
StringRef text(Blocks B) {
  if (B == Blocks::Unset)
    return "unset";
  return B == Blocks::Bounded ? "bounded" : wordOf(BlocksWords, B);
}

std::string argText(int Arg) {
  if (Arg == ReceiverArg)
    return "receiver";
  return Arg == NoArg ? "none" : utostr(Arg);
}

Expected<ModelFile> readModels(const YamlValue &Root, StringRef File) { return Reader(File).run(Root); }

} // namespace offmain
