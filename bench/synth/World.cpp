// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "World.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace offmain::facts;

namespace offmain::synth {
namespace {

class UnitMaker {
public:
  UnitMaker(const Shape &S, uint32_t Unit) : S(S), Unit(Unit), Kind(S.kind(Unit)), R(S.Seed * 77 + Unit) {}
  std::string run();

private:
  // Entities.
  uint32_t outside(StringRef Name, StringRef Record = "");
  uint32_t record(const Twine &Name, bool Outside, ArrayRef<uint32_t> Bases = {});
  uint32_t named(const std::string &Name, fb::Loc At, uint32_t Record = 0);
  uint32_t own(uint32_t OfUnit, uint32_t Number);
  uint32_t inlineOf(uint32_t Module, uint32_t Header, uint32_t Number);
  uint32_t field(uint32_t Record, const std::string &Name);

  // Bodies.
  struct Frame {
    uint32_t Function;
    Body Code;
    uint32_t At = 0; ///< block that is being filled
    uint32_t Line = 1;
    uint32_t File = 0;
    uint32_t Last = 0, Local = 0; ///< values: result of the last call, a local variable
  };
  fb::Loc here(Frame &F) { return UnitBuilder::loc(F.File, ++F.Line, 3); }
  uint32_t call(Frame &F, uint32_t Callee, ArrayRef<uint32_t> Args, uint32_t Receiver = 0, uint16_t Flags = 0);
  uint32_t argument(Frame &F);
  void plainCall(Frame &F, uint32_t Number);
  void sink(Frame &F);
  void guarded(Frame &F);
  void spawn(Frame &F);
  void connect(Frame &F);
  void throughField(Frame &F);
  void branch(Frame &F, uint32_t Number);
  void fill(Frame &F, uint32_t Number);
  void define(uint32_t Function, uint32_t Number, uint32_t File, bool Special);
  void classes();
  void headers();

  uint32_t value(ValueKind K, uint32_t A = 0, uint32_t B = 0, uint32_t Record = 0) {
    return Out.value(K, A, B, Record);
  }
  uint32_t address(uint32_t Function) { return value(ValueKind::Function, Function); }
  uint32_t text(StringRef S) { return value(ValueKind::String, Out.string(S)); }

  const Shape &S;
  uint32_t Unit;
  synth::Kind Kind;
  Random R;
  UnitBuilder Out;
  uint32_t Source = 0;
  std::vector<uint32_t> HeaderFiles;
  uint32_t Owner = 0;    ///< the unit's class
  uint32_t Callback = 0; ///< its field that holds a function
};

uint64_t usr(const Twine &Text) {
  SmallString<64> Storage;
  return xxh3_64bits(Text.toStringRef(Storage));
}

uint32_t UnitMaker::record(const Twine &Name, bool Outside, ArrayRef<uint32_t> Bases) {
  bool IsNew;
  uint32_t Id = Out.record(usr("R" + Name), IsNew);
  if (!IsNew)
    return Id;
  RecordDef &D = Out.recordDef(Id);
  D.Name = Out.string(Name.str());
  D.Bases.assign(Bases.begin(), Bases.end());
  D.set(RecordFlag::Polymorphic);
  if (Outside)
    D.set(RecordFlag::Outside);
  return Id;
}

uint32_t UnitMaker::outside(StringRef Name, StringRef Record) {
  bool IsNew;
  uint32_t Id = Out.function(usr("X" + Name), IsNew);
  if (!IsNew)
    return Id;
  uint32_t Owning = Record.empty() ? 0 : record(Record, true);
  FunctionDef &D = Out.functionDef(Id);
  D.Name = Out.string(Name);
  D.Record = Owning;
  D.set(FunctionFlag::Outside);
  return Id;
}

uint32_t UnitMaker::named(const std::string &Name, fb::Loc At, uint32_t Record) {
  bool IsNew;
  uint32_t Id = Out.function(usr("F" + Name), IsNew);
  if (!IsNew)
    return Id;
  FunctionDef &D = Out.functionDef(Id);
  D.Name = Out.string(Name);
  D.Signature = Out.string("(void *, int)");
  D.ResultType = Out.string("int");
  D.Record = Record;
  D.At = At;
  D.Params = {fb::Param(Out.string("data"), 0, Out.string("void *"), static_cast<uint32_t>(ParamFlag::Pointer)),
              fb::Param(Out.string("count"), 0, Out.string("int"), 0)};
  return Id;
}

uint32_t UnitMaker::own(uint32_t OfUnit, uint32_t Number) {
  std::string Name = ("mod" + Twine(S.module(OfUnit)) + "::unit" + Twine(OfUnit) + "_f" + Twine(Number)).str();
  return named(Name, OfUnit == Unit ? UnitBuilder::loc(Source, 100 + Number * 20, 1) : fb::Loc());
}

uint32_t UnitMaker::inlineOf(uint32_t Module, uint32_t Header, uint32_t Number) {
  std::string Name = ("mod" + Twine(Module) + "::h" + Twine(Header) + "_inline" + Twine(Number)).str();
  uint32_t Id = named(Name, UnitBuilder::loc(HeaderFiles[Header], 10 + Number * 20, 1));
  Out.functionDef(Id).set(FunctionFlag::Inline);
  return Id;
}

uint32_t UnitMaker::field(uint32_t Record, const std::string &Name) {
  bool IsNew;
  uint32_t Id = Out.variable(usr("V" + Name), IsNew);
  if (IsNew) {
    VariableDef &D = Out.variableDef(Id);
    D.Name = Out.string(Name);
    D.Record = Record;
    D.Type = Out.string("int (*)(void *, int)");
    D.set(VariableFlag::FieldOf);
    D.set(VariableFlag::FunctionPointer);
  }
  return Id;
}

uint32_t UnitMaker::call(Frame &F, uint32_t Callee, ArrayRef<uint32_t> Args, uint32_t Receiver, uint16_t Flags) {
  SiteDef Site;
  Site.At = Site.End = here(F);
  Site.Callee = Callee;
  Site.Receiver = Receiver;
  Site.Args.assign(Args.begin(), Args.end());
  Site.Flags = Flags;
  Site.Function = F.Function;
  uint32_t Id = Out.site(Site);
  F.Code.call(F.At, Id, Site.At);
  return value(ValueKind::CallResult, Id);
}

uint32_t UnitMaker::argument(Frame &F) {
  switch (R.below(4)) {
  case 0:
    return value(ValueKind::Null);
  case 1:
    return F.Last ? F.Last : text("none yet");
  case 2:
    if (!F.Local)
      F.Local =
          value(ValueKind::Local,
                Out.local(fb::Local(Out.string("item"), Owner, Out.string("Item"), F.Function, here(F))), 0, Owner);
    return F.Local;
  default:
    return value(ValueKind::Param, 0);
  }
}

// Down the layers; inside a unit only to later functions, so chains are long but end.
void UnitMaker::plainCall(Frame &F, uint32_t Number) {
  uint32_t Callee;
  uint32_t Dice = R.below(100);
  if (Dice < 50 && Number + 1 < Shape::FunctionsPerUnit) {
    Callee = own(Unit, Number + 1 + R.below(std::min(20u, Shape::FunctionsPerUnit - Number - 1)));
  } else if (Dice < 75) {
    // Another unit: near (same module), rarely far; never up the layers but for the one bug.
    uint32_t Base = S.module(Unit) * Shape::UnitsPerModule;
    uint32_t To = R.oneIn(8) ? R.below(S.Units) : Base + R.below(std::min(Shape::UnitsPerModule, S.Units - Base));
    bool Bug = Kind == Kind::Service && R.oneIn(20000);
    Callee = S.kind(To) < Kind || Bug
                 ? own(To, R.below(Shape::FunctionsPerUnit))
                 : inlineOf(S.module(Unit), R.below(Shape::HeadersPerModule), R.below(Shape::InlinesPerHeader));
  } else {
    Callee = outside(("lib_call_" + Twine(R.below(1500))).str());
  }
  F.Last = call(F, Callee, {argument(F), Out.integer(R.below(16))});
}

void UnitMaker::sink(Frame &F) {
  uint32_t Label = record("QLabel", true, {record("QWidget", true, {record("QObject", true)})});
  uint32_t Gtk = record("_GtkLabel", true);
  if (R.oneIn(2))
    call(F, outside("QLabel::setText", "QLabel"), {text("text")},
         value(ValueKind::Field, value(ValueKind::This, 0, 0, Owner), field(Owner, "label"), Label));
  else
    call(F, outside("gtk_label_set_text"), {value(ValueKind::Param, 0, 0, Gtk), text("text")});
}

void UnitMaker::guarded(Frame &F) {
  uint32_t Current = call(F, outside("QThread::currentThread", "QThread"), {});
  uint32_t App = call(F, outside("QCoreApplication::instance", "QCoreApplication"), {});
  uint32_t Home = call(F, outside("QObject::thread", "QObject"), {}, App);
  uint32_t Then = F.Code.block(), After = F.Code.block();
  F.Code.Blocks[F.At].Condition = value(ValueKind::Eq, Current, Home);
  F.Code.Blocks[F.At].Successors = {Then, After};
  F.At = Then;
  sink(F);
  F.Code.Blocks[F.At].Successors = {After};
  F.At = After;
}

void UnitMaker::spawn(Frame &F) {
  uint32_t Entry = own(Unit, Shape::FunctionsPerUnit / 2 + R.below(Shape::FunctionsPerUnit / 2));
  uint32_t Null = value(ValueKind::Null);
  switch (R.below(4)) {
  case 0: {
    uint32_t Local = Out.local(fb::Local(Out.string("thread"), 0, Out.string("pthread_t"), F.Function, here(F)));
    call(F, outside("pthread_create"),
         {value(ValueKind::AddressOf, value(ValueKind::Local, Local)), Null, address(Entry),
          value(ValueKind::Param, 0)});
    return;
  }
  case 1:
    call(F, outside("g_thread_new"), {text("worker"), address(Entry), value(ValueKind::Param, 0)});
    return;
  case 2: {
    uint32_t Thread = record("Thread" + Twine(Unit), false, {record("QThread", true, {record("QObject", true)})});
    call(F, outside("QThread::start", "QThread"), {}, value(ValueKind::Param, 0, 0, Thread));
    return;
  }
  default:
    call(F, outside("g_idle_add"), {address(Entry), Null});
    return;
  }
}

void UnitMaker::connect(Frame &F) {
  uint32_t Handler = own(Unit, R.below(Shape::FunctionsPerUnit));
  uint32_t Null = value(ValueKind::Null);
  if (R.oneIn(2)) {
    call(F, outside("g_signal_connect_data"),
         {value(ValueKind::Param, 0, 0, record("_GtkWidget", true)), text("clicked"), address(Handler), Null, Null,
          Out.integer(0)});
    return;
  }
  uint32_t This = value(ValueKind::This, 0, 0, Owner);
  call(F, outside("QObject::connect", "QObject"),
       {value(ValueKind::Param, 0, 0, record("QPushButton", true)),
        value(ValueKind::Member, outside("QAbstractButton::clicked", "QAbstractButton")), This,
        value(ValueKind::Member, Handler)},
       0, static_cast<uint16_t>(SiteFlag::Static));
}

// A function kept in a field here and called there.
void UnitMaker::throughField(Frame &F) {
  uint32_t Place = value(ValueKind::Field, value(ValueKind::This, 0, 0, Owner), Callback);
  if (R.oneIn(2)) {
    F.Code.store(F.At, Place, address(own(Unit, R.below(Shape::FunctionsPerUnit))), here(F));
    return;
  }
  SiteDef Site;
  Site.At = Site.End = here(F);
  Site.Target = Place;
  Site.Args = {value(ValueKind::Param, 0)};
  Site.Function = F.Function;
  uint32_t Id = Out.site(Site);
  F.Code.call(F.At, Id, Site.At);
}

void UnitMaker::branch(Frame &F, uint32_t Number) {
  uint32_t Then = F.Code.block(), After = F.Code.block();
  F.Code.Blocks[F.At].Condition =
      R.oneIn(2) ? value(ValueKind::Eq, value(ValueKind::Param, 0), value(ValueKind::Null))
                 : value(ValueKind::Not, call(F, outside(("lib_test_" + Twine(R.below(50))).str()), {}));
  F.Code.Blocks[F.At].Successors = {Then, After};
  F.At = Then;
  plainCall(F, Number);
  F.Code.Blocks[Then].Successors = {R.oneIn(4) ? Then : After}; // else a loop
  if (F.Code.Blocks[Then].Successors[0] == Then) {
    F.Code.Blocks[Then].Condition = value(ValueKind::Ne, value(ValueKind::Param, 1), Out.integer(R.below(4)));
    F.Code.Blocks[Then].Successors = {Then, After};
  }
  F.At = After;
}

void UnitMaker::fill(Frame &F, uint32_t Number) {
  for (uint32_t I = 0, Calls = 2 + R.below(5); I != Calls; ++I)
    plainCall(F, Number);
  if (R.oneIn(2))
    branch(F, Number);
  if (Kind == Kind::Gui && R.oneIn(6))
    sink(F);
  if (Kind == Kind::Gui && R.oneIn(12))
    connect(F);
  if (Kind == Kind::Service && R.oneIn(60))
    guarded(F);
  if (Kind == Kind::Service && R.oneIn(25))
    spawn(F);
  if (Kind != Kind::Gui && R.oneIn(200))
    call(F, outside("usleep"), {Out.integer(100000)});
  if (R.oneIn(40))
    throughField(F);
  if (R.oneIn(10)) {
    uint32_t Step = named("Step::run", {}, record("Step", false));
    call(F, Step, {}, value(ValueKind::Param, 0, 0, record("Step", false)), static_cast<uint16_t>(SiteFlag::Virtual));
  }
}

void UnitMaker::define(uint32_t Function, uint32_t Number, uint32_t File, bool Special) {
  Frame F{Function, {}, 0, Out.functionDef(Function).At.line(), File, 0, 0};
  F.At = F.Code.block();
  if (Special)
    call(F, outside(("lib_call_" + Twine(Number)).str()), {value(ValueKind::Param, 0)});
  else
    fill(F, Number);
  F.Code.ret(F.At, Out.integer(0), here(F));
  Out.setBody(Function, std::move(F.Code));
}

// The unit's class, a QThread heir in services, and a step of the shared class hierarchy.
void UnitMaker::classes() {
  uint32_t Object = record("QObject", true);
  Owner = record("mod" + Twine(S.module(Unit)) + "::Unit" + Twine(Unit), false,
                 {Kind == Kind::Gui ? record("QWidget", true, {Object}) : Object});
  Callback = field(Owner, ("mod" + Twine(S.module(Unit)) + "::Unit" + Twine(Unit) + "::callback").str());
  if (Kind == Kind::Service) {
    uint32_t Thread = record("Thread" + Twine(Unit), false, {record("QThread", true, {Object})});
    uint32_t Run = named(("Thread" + Twine(Unit) + "::run").str(), UnitBuilder::loc(Source, 20, 1), Thread);
    Out.functionDef(Run).set(FunctionFlag::Virtual);
    Out.functionDef(Run).Overrides = {outside("QThread::run", "QThread")};
    define(Run, Shape::FunctionsPerUnit / 2, Source, false);
  }
  if (Unit % 5 == 0) {
    uint32_t Base = named("Step::run", {}, record("Step", false));
    Out.functionDef(Base).set(FunctionFlag::Virtual);
    uint32_t Heir = record("Step" + Twine(Unit), false, {record("Step", false)});
    uint32_t Run = named(("Step" + Twine(Unit) + "::run").str(), UnitBuilder::loc(Source, 50, 1), Heir);
    Out.functionDef(Run).set(FunctionFlag::Virtual);
    Out.functionDef(Run).Overrides = {Base};
    define(Run, Unit % 1500, Source, true);
  }
}

// Every unit sees every inline function of its module: that is what link has to throw away again.
void UnitMaker::headers() {
  for (uint32_t H = 0; H != Shape::HeadersPerModule; ++H)
    HeaderFiles.push_back(Out.file(("src/mod" + Twine(S.module(Unit)) + "/header" + Twine(H) + ".h").str(), false));
  for (uint32_t I = 0; I != 50; ++I)
    Out.file(("/usr/include/lib/header" + Twine(I) + ".h").str(), true);
  for (uint32_t H = 0; H != Shape::HeadersPerModule; ++H)
    for (uint32_t I = 0; I != Shape::InlinesPerHeader; ++I)
      if (R.oneIn(3)) // extract keeps the bodies that are used
        define(inlineOf(S.module(Unit), H, I), H * 37 + I, HeaderFiles[H], true);
}

std::string UnitMaker::run() {
  std::string Path = ("src/mod" + Twine(S.module(Unit)) + "/unit" + Twine(Unit) + ".cpp").str();
  Source = Out.file(Path, false);
  headers();
  classes();
  for (uint32_t I = 0; I != Shape::FunctionsPerUnit; ++I)
    define(own(Unit, I), I, Source, false);
  if (Unit == 0) {
    uint32_t Main = named("main", UnitBuilder::loc(Source, 5, 1));
    Frame F{Main, {}, 0, 5, Source, 0, 0};
    F.At = F.Code.block();
    call(F, outside("gtk_init"), {value(ValueKind::Null), value(ValueKind::Null)});
    for (uint32_t I = 0; I != std::min(S.Units, 200u); ++I)
      call(F, own(I * (S.Units / std::min(S.Units, 200u)), 0), {value(ValueKind::Null)});
    call(F, outside("gtk_main"), {});
    Out.setBody(Main, std::move(F.Code));
  }
  return Out.finish(Path, usr(Path), "c++");
}

} // namespace

std::string makeUnit(const Shape &S, uint32_t Unit) { return UnitMaker(S, Unit).run(); }

} // namespace offmain::synth
