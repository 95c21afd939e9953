// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All loaded entries, indexed by name, merged on question.
//
//   question ─▶ candidate names: the function's own, then the same member of each base class (heirs only)
//            ─▶ matching entries, weakest first ─▶ each overwrites the attributes it states
//
// Strength of a match: exact before glob, then nearer class, then longer glob, then with signature, then later file.
// Merging at load time was rejected: a glob's attributes would have to be copied into each of thousands of names, and
// the answer depends on the class's bases, which only the program knows.
#include "models/Models.h"

#include "models/Builtin.h"
#include "models/NameIndex.h"
#include "models/Parse.h"
#include "models/Store.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <tuple>

using namespace llvm;

namespace offmain {
namespace {

/// How surely an entry speaks of the function asked about; the greater one wins.
struct Rank {
  bool Exact;
  int Nearness; ///< 0 own class, -1 nearest base, ...
  uint32_t Literal;
  bool HasSignature;
  uint32_t Entry;
  friend bool operator<(const Rank &L, const Rank &R) {
    return std::tie(L.Exact, L.Nearness, L.Literal, L.HasSignature, L.Entry) <
           std::tie(R.Exact, R.Nearness, R.Literal, R.HasSignature, R.Entry);
  }
};

/// Whether an entry's `signature:` speaks of this overload. Blanks do not count. One that begins with '(' is the
/// beginning of the parameter list, any other text a part of it.
bool matchesSignature(StringRef Wanted, StringRef Signature) {
  auto Pack = [](StringRef Text) {
    std::string Packed;
    for (char C : Text)
      if (C != ' ')
        Packed += C;
    return Packed;
  };
  if (Wanted.empty())
    return true;
  std::string Part = Pack(Wanted), Whole = Pack(Signature);
  return Wanted.starts_with("(") ? StringRef(Whole).starts_with(Part) : StringRef(Whole).contains(Part);
}

void mergeCallbacks(Contract &Into, const Contract &From) {
  for (const CallbackContract &B : From.Callbacks) {
    auto Same = llvm::find_if(Into.Callbacks, [&](const CallbackContract &Old) { return Old.Arg == B.Arg; });
    if (Same == Into.Callbacks.end())
      Into.Callbacks.push_back(B);
    else
      *Same = B;
  }
}

void mergeAttribute(Contract &Into, const Contract &From, Attribute A) {
  switch (A) {
  case Attribute::RunsOn:
    Into.RunsOn = From.RunsOn;
    break;
  case Attribute::Kit:
    Into.Kit = From.Kit;
    break;
  case Attribute::Callbacks:
    mergeCallbacks(Into, From);
    break;
  case Attribute::Blocking:
    Into.Blocking = From.Blocking;
    Into.BoundArg = From.BoundArg;
    Into.BoundUnitMs = From.BoundUnitMs;
    Into.UnlessArg = From.UnlessArg;
    Into.UnlessIs = From.UnlessIs;
    Into.UnlessHas = From.UnlessHas;
    break;
  case Attribute::Async:
    Into.Async = From.Async;
    break;
  case Attribute::Finish:
    Into.Finish = From.Finish;
    break;
  case Attribute::Lock:
    Into.Lock = From.Lock;
    break;
  case Attribute::Unlock:
    Into.Unlock = From.Unlock;
    break;
  case Attribute::Requires:
    Into.Requires = From.Requires;
    break;
  case Attribute::Releases:
    Into.Releases = From.Releases;
    break;
  case Attribute::What:
    Into.What = From.What;
    break;
  case Attribute::ReturnsArg:
    Into.ReturnsArg = From.ReturnsArg;
    break;
  case Attribute::Stores:
    Into.StoresArg = From.StoresArg;
    Into.StoresInto = From.StoresInto;
    break;
  case Attribute::WaitsFor:
    Into.WaitsFor = From.WaitsFor;
    break;
  case Attribute::Wakes:
    Into.Wakes = From.Wakes;
    break;
  case Attribute::Handle:
    Into.HandleArg = From.HandleArg;
    break;
  case Attribute::Descriptor:
    Into.Descriptor = From.Descriptor;
    break;
  case Attribute::InvokesArg:
    Into.InvokesArg = From.InvokesArg;
    break;
  case Attribute::CallsKept:
    Into.CallsKept = From.CallsKept;
    break;
  case Attribute::AssertsMain:
    Into.AssertsMain = From.AssertsMain;
    break;
  case Attribute::NoReturn:
    Into.NoReturn = From.NoReturn;
    break;
  case Attribute::Deprecated:
    Into.Deprecated = From.Deprecated;
    Into.DeprecatedRule = From.DeprecatedRule;
    break;
  case Attribute::Advice:
    Into.Advice = From.Advice;
    break;
  case Attribute::SignalNameArg:
    Into.SignalNameArg = From.SignalNameArg;
    break;
  case Attribute::SignalInstanceArg:
    Into.SignalInstanceArg = From.SignalInstanceArg;
    break;
  case Attribute::HandlerArg:
    Into.HandlerArg = From.HandlerArg;
    break;
  case Attribute::SenderArg:
    Into.SenderArg = From.SenderArg;
    break;
  case Attribute::ContextArg:
    Into.ContextArg = From.ContextArg;
    break;
  case Attribute::TypeArg:
    Into.TypeArg = From.TypeArg;
    break;
  case Attribute::Source:
    break; // always taken with the entry, see merge()
  }
}

void merge(Contract &Into, const FunctionEntry &From) {
  for (unsigned A = 0; A <= static_cast<unsigned>(Attribute::Source); ++A)
    if (From.states(static_cast<Attribute>(A)))
      mergeAttribute(Into, From.C, static_cast<Attribute>(A));
  Into.Source = From.C.Source;
  Into.File = From.C.File;
}

/// "Base::member" for a method "Class::member"; constructors and destructors take the base's name.
void nameInBase(StringRef Name, StringRef Base, SmallVectorImpl<char> &Out) {
  auto Last = [](StringRef Qualified) {
    size_t At = Qualified.rfind("::");
    return At == StringRef::npos ? Qualified : Qualified.drop_front(At + 2);
  };
  StringRef Member = Last(Name);
  StringRef Class = Last(Name.drop_back(std::min(Name.size(), Member.size() + 2)));
  Out.assign(Base.begin(), Base.end());
  Out.append({':', ':'});
  bool Destructor = Member.consume_front("~");
  if (Destructor)
    Out.push_back('~');
  StringRef Plain = Member == Class ? Last(Base) : Member;
  Out.append(Plain.begin(), Plain.end());
}

StringRef withoutTagUnderscore(StringRef Name) {
  Name.consume_front("_");
  return Name;
}

/// The hash of a set to which a text is added.
uint64_t nextHash(uint64_t Before, StringRef Text) { return Before * 0x9E3779B97F4A7C15ull + xxh3_64bits(Text); }

} // namespace

bool Contract::empty() const {
  return RunsOn == Thread::Unset && Callbacks.empty() && Blocking == Blocks::Unset && Async.empty() && Lock.empty() &&
         Unlock.empty() && Requires.empty() && Releases.empty() && CallsKept.empty() && What == Role::None && ReturnsArg == NoArg &&
         StoresArg == NoArg && InvokesArg == NoArg && WaitsFor == NoArg && Wakes == NoArg && !AssertsMain && !NoReturn &&
         !Deprecated && Advice.empty();
}

bool Contract::excused(int64_t Constant) const { return (Constant & UnlessHas) || is_contained(UnlessIs, Constant); }

ModelSet::ModelSet() : I(std::make_unique<Impl>()) {}
ModelSet::ModelSet(ModelSet &&) = default;
ModelSet &ModelSet::operator=(ModelSet &&) = default;
ModelSet::~ModelSet() = default;

ModelSet ModelSet::builtin() {
  ModelSet Set;
  for (const BuiltinModel &M : builtinModels())
    if (Error E = Set.add(MemoryBufferRef(M.Text, M.Name)))
      report_fatal_error(Twine("built-in model: ") + toString(std::move(E)));
  return Set;
}

void ModelSet::Impl::add(ModelFile &&File) {
  for (FunctionEntry &E : File.Functions) {
    for (const std::string &Name : E.Names) {
      Functions.add(Name, FunctionEntries.size());
      if (E.Heirs)
        Heirs.add(Name, FunctionEntries.size());
    }
    FunctionEntries.push_back(std::move(E));
  }
  Overrides.add(std::move(File.Overrides));
  Fields.add(std::move(File.Fields));
  LookedUp.add(std::move(File.LookedUp));
  Signals.add(std::move(File.Signals));
  for (ClassEntry &E : File.Classes) {
    for (const std::string &Name : E.Names)
      Classes.add(Name, ClassEntries.size());
    ClassEntries.push_back(std::move(E));
  }
}

Error ModelSet::add(MemoryBufferRef Yaml) {
  Expected<YamlValue> Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  Expected<ModelFile> File = readModels(*Root, Yaml.getBufferIdentifier());
  if (!File)
    return File.takeError();
  I->add(std::move(*File));
  I->Hash = nextHash(I->Hash, Yaml.getBuffer());
  return Error::success();
}

Error ModelSet::addConfigModels(MemoryBufferRef Config) {
  Expected<YamlValue> Root = parseYaml(Config);
  if (!Root)
    return Root.takeError();
  const YamlValue *Models = Root->find("models");
  if (!Models || Models->isNull())
    return Error::success();
  Expected<ModelFile> File = readModels(*Models, Config.getBufferIdentifier());
  if (!File)
    return File.takeError();
  I->add(std::move(*File));
  I->Hash = nextHash(I->Hash, Config.getBuffer());
  return Error::success();
}

Contract ModelSet::function(StringRef Name, ArrayRef<StringRef> Bases, StringRef Signature) const {
  SmallVector<Rank, 16> Ranks;
  auto Collect = [&](const NameIndex &Index, StringRef Candidate, int Nearness) {
    Index.find(Candidate, [&](const NameIndex::Match &M) {
      const FunctionEntry &E = I->FunctionEntries[M.Value];
      if (matchesSignature(E.Signature, Signature))
        Ranks.push_back({M.Exact, Nearness, M.Literal, !E.Signature.empty(), M.Value});
    });
  };
  Collect(I->Functions, Name, 0);
  if (Name.contains("::")) {
    SmallString<128> InBase;
    int Nearness = 0;
    for (StringRef Base : Bases) {
      nameInBase(Name, Base, InBase);
      Collect(I->Heirs, InBase, --Nearness);
    }
  }
  llvm::sort(Ranks);
  Contract Result;
  for (const Rank &R : Ranks)
    merge(Result, I->FunctionEntries[R.Entry]);
  return Result;
}

std::optional<CalledOn> CalledTable::find(StringRef Name) const {
  std::optional<Rank> Best;
  Index.find(Name, [&](const NameIndex::Match &M) {
    Rank R{M.Exact, 0, M.Literal, false, M.Value};
    if (!Best || *Best < R)
      Best = R;
  });
  if (!Best)
    return std::nullopt;
  return Entries[Best->Entry].On;
}

void CalledTable::add(std::vector<CalledEntry> &&More) {
  for (CalledEntry &E : More) {
    for (const std::string &Name : E.Names)
      Index.add(Name, Entries.size());
    Entries.push_back(std::move(E));
  }
}

std::optional<CalledOn> ModelSet::overridden(StringRef Method) const { return I->Overrides.find(Method); }
std::optional<CalledOn> ModelSet::lookedUp(StringRef Function) const { return I->LookedUp.find(Function); }
std::optional<CalledOn> ModelSet::field(StringRef Field) const { return I->Fields.find(withoutTagUnderscore(Field)); }
std::optional<CalledOn> ModelSet::signal(StringRef ClassAndName) const {
  return I->Signals.find(withoutTagUnderscore(ClassAndName));
}

/// The strongest class entry that states something; none if there is none.
template <class States>
static const ClassEntry *strongest(const NameIndex &Index, const std::vector<ClassEntry> &Entries, StringRef Class,
                                   ArrayRef<StringRef> Bases, States Does) {
  std::optional<Rank> Best;
  auto Consider = [&](StringRef Name, int Nearness) {
    Index.find(Name, [&](const NameIndex::Match &M) {
      if ((Nearness != 0 && !Entries[M.Value].Heirs) || !Does(Entries[M.Value]))
        return;
      // Nearness counts first here: a class that says what it is overrules what its bases are.
      Rank R{true, Nearness, M.Exact ? UINT32_MAX : M.Literal, false, M.Value};
      if (!Best || *Best < R)
        Best = R;
    });
  };
  Consider(withoutTagUnderscore(Class), 0);
  int Nearness = 0;
  for (StringRef Base : Bases)
    Consider(Base, --Nearness);
  return Best ? &Entries[Best->Entry] : nullptr;
}

ModelSet::Affinity ModelSet::affinity(StringRef Class, ArrayRef<StringRef> Bases) const {
  const ClassEntry *E = strongest(I->Classes, I->ClassEntries, Class, Bases,
                                  [](const ClassEntry &C) { return C.How != Affinity::Unset; });
  return E ? E->How : Affinity::Unset;
}

ModelSet::Lifetime ModelSet::lifetime(StringRef Class, ArrayRef<StringRef> Bases) const {
  const ClassEntry *E = strongest(I->Classes, I->ClassEntries, Class, Bases,
                                  [](const ClassEntry &C) { return C.Ends != Lifetime::Unset; });
  return E ? E->Ends : Lifetime::Unset;
}

bool ModelSet::isParent(StringRef Class) const {
  return strongest(I->Classes, I->ClassEntries, Class, {}, [](const ClassEntry &C) { return C.Parent; });
}

std::vector<ModelSet::Owner> ModelSet::owners() const {
  std::vector<Owner> Out;
  for (const ClassEntry &E : I->ClassEntries)
    if (!E.Deleter.empty())
      for (const std::string &Name : E.Names)
        Out.push_back({Name, E.Deleter});
  return Out;
}

std::optional<ModelSet::Words> ModelSet::words(StringRef Class) const {
  const ClassEntry *E =
      strongest(I->Classes, I->ClassEntries, Class, {}, [](const ClassEntry &C) { return !C.Called.empty(); });
  return E ? std::optional(Words{E->Called, E->Advice}) : std::nullopt;
}

uint64_t ModelSet::hash() const { return I->Hash; }

uint64_t ModelSet::builtinHash() {
  uint64_t Hash = 0;
  for (const BuiltinModel &M : builtinModels())
    Hash = nextHash(Hash, M.Text);
  return Hash;
}

} // namespace offmain
