// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-move-to-thread: a move that fails or moves less than was meant. "The object cannot be moved if it has a parent",
// "this function can only 'push' an object from the current thread to another thread, it cannot 'pull' an object from any
// arbitrary thread to the current thread" (https://doc.qt.io/qt-6/qobject.html#moveToThread); widgets never leave the GUI
// thread; an heir of the thread class lives in the thread that made it: "all of QThread's queued slots and invoked methods
// will execute in the old thread" (https://doc.qt.io/qt-6/qthread.html#details).
#include "checks/ThreadLives.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr StringRef Id = "qt-move-to-thread";

/// How sure it is that a value is an object, not null.
enum class Given : uint8_t { No, Maybe, Yes };

struct Move {
  const Program &P;
  const Solution &S;
  const Tables &T;
  const Homes &H;
  std::vector<Finding> &Out;

  Finding &report(SiteId Site, Confidence Sure, const std::string &Message, StringRef Advice) {
    auto C = surest(S, P, Site, static_cast<CtxMask>(0xff));
    Finding F = findingAt(P, S, Site, C.value_or(Ctx::Startup), Id, Level::Error, Message);
    F.Sure = C ? std::min(F.Sure, Sure) : std::min(Sure, Confidence::Medium);
    F.Advice = Advice.str();
    Out.push_back(std::move(F));
    return Out.back();
  }

  void related(Finding &F, SiteId Site, const Twine &Text) {
    const offmain::Site &At = P[Site];
    F.Related.push_back({sourcePlace(P, At.At, At.End), Text.str(), P.name(At.Caller).str()});
  }

  Given given(FunctionId Frame, ValueId V, unsigned Depth = 0) const {
    constexpr unsigned MaxDepth = 4;
    V = T.strip(V);
    if (!V)
      return Given::No;
    auto All = [&](auto &&Each) { // Yes and Yes: Yes; otherwise Maybe, unless all are No
      std::optional<Given> Sum;
      Each([&](FunctionId In, ValueId One) {
        Given G = given(In, One, Depth + 1);
        Sum = !Sum || *Sum == G ? G : Given::Maybe;
      });
      return Sum.value_or(Given::Maybe);
    };
    if (Depth > MaxDepth)
      return Given::Maybe;
    switch (P[V].Kind) {
    case ValueKind::This:
    case ValueKind::New:
      return Given::Yes;
    case ValueKind::CallResult: {
      const Site &At = P.Sites[P[V].A];
      return At.is(SiteFlag::Constructor) || T.contract(At).What == Role::Application ? Given::Yes : Given::Maybe;
    }
    case ValueKind::Null:
    case ValueKind::Int:
      return Given::No;
    case ValueKind::Param:
      return T.directCallers(Frame).size() > 20 ? Given::Maybe : All([&](auto Add) {
        for (SiteId C : T.directCallers(Frame))
          Add(P[C].Caller, P.arg(P[C], P[V].A));
      });
    case ValueKind::Local:
    case ValueKind::Global:
    case ValueKind::Field: {
      auto Held = T.stores(T.cellOf(V));
      if (Held.empty()) // an object, not a pointer
        return H.origins(Frame, V).Made.empty() ? Given::Maybe : Given::Yes;
      return All([&](auto Add) {
        for (const FramedValue &X : Held)
          Add(X.Frame, X.Value);
      });
    }
    default:
      return Given::Maybe;
    }
  }

  /// A parent is taken away before the move, or anywhere if the object is not of the function itself.
  bool orphaned(const Site &At, SiteId Site) const {
    Cell C = T.cellOf(At.Receiver);
    for (const Homes::Parenting &X : H.parentings(C))
      if (X.Null && (P[X.Site].Caller != At.Caller || X.Site < Site))
        return true;
    if (C)
      return false;
    return any_of(T.sitesOf(At.Caller), [&](SiteId X) {
      const offmain::Site &Other = P[X];
      return X < Site && T.contract(Other).What == Role::QtSetParent && !Other.is(SiteFlag::Constructor) &&
             T.strip(Other.Receiver) == T.strip(At.Receiver) && given(At.Caller, P.arg(Other, 0)) == Given::No;
    });
  }

  bool hasParent(SiteId Site, const std::string &Class) {
    const offmain::Site &At = P[Site];
    if (orphaned(At, Site))
      return false;
    constexpr StringRef Advice = "make it without a parent";
    std::string Message = "a " + Class + " that has a parent is moved: moveToThread() fails, the object stays where it is";
    // setParent() before, in the same function.
    for (const Homes::Parenting &X : H.parentings(T.cellOf(At.Receiver)))
      if (!X.Null && P[X.Site].Caller == At.Caller && X.Site < Site) {
        Given G = given(At.Caller, P.arg(P[X.Site], 0));
        if (G == Given::No)
          continue;
        related(report(Site, G == Given::Yes ? Confidence::High : Confidence::Medium, Message, Advice), X.Site,
                "it gets its parent here");
        return true;
      }
    bool This = P[T.strip(At.Receiver)].Kind == ValueKind::This;
    RecordId R = T.recordOf(At.Receiver);
    Homes::Origins From;
    if (This)
      From.Made.assign(H.constructions(R).begin(), H.constructions(R).end());
    else
      From = H.origins(At.Caller, At.Receiver);
    unsigned With = 0;
    bool Certain = From.Complete;
    SiteId First;
    for (SiteId M : From.Made) {
      ValueId Parent = H.parentArgument(P[M]);
      Given G = Parent ? given(P[M].Caller, Parent) : Given::No;
      if (G == Given::No)
        continue;
      ++With;
      Certain &= G == Given::Yes;
      if (!First)
        First = M;
    }
    if (!With || (With < From.Made.size() && !Certain))
      return false;
    Certain &= With == From.Made.size();
    related(report(Site, Certain ? Confidence::High : Confidence::Medium, Message, Advice), First, "it gets its parent here");
    return true;
  }

  /// The object was made, or put into the variable, in the function that moves it.
  bool madeHere(const Site &At) const {
    if (P[T.strip(At.Receiver)].Kind == ValueKind::This && P[At.Caller].is(FunctionFlag::Constructor))
      return true;
    if (Cell C = T.cellOf(At.Receiver))
      for (const FramedValue &X : T.stores(C))
        if (X.Frame == At.Caller)
          return true;
    return any_of(H.origins(At.Caller, At.Receiver).Made, [&](SiteId M) { return P[M].Caller == At.Caller; });
  }

  void pulled(SiteId Site, const std::string &Class) {
    const offmain::Site &At = P[Site];
    CtxMask Where = S.contextsAt(Site) & ~maskOf(Ctx::Forked);
    if (!Where || madeHere(At))
      return;
    Home Lives = H.before(Site, At.Caller, At.Receiver);
    bool FromMain = Lives.Kind == HomeKind::Main && !(Where & MainMask);
    bool FromWorker = Lives.Kind == HomeKind::Worker && !(Where & OffMainMask);
    if (!FromMain && !FromWorker)
      return;
    Finding &F = report(Site, FromMain ? Confidence::High : Confidence::Medium,
                        "a " + Class + " that lives in " + (FromMain ? "the main thread" : "another thread") +
                            " is moved by " + (FromMain ? "a worker thread" : "the main thread") +
                            ": only the thread an object lives in can move it",
                        "let a slot of the object move it, or move it before its thread starts");
    if (Lives.Because)
      related(F, Lives.Because, Lives.Why);
  }
};

/// Heirs of the thread class.
struct Heirs {
  Move &M;
  const ThreadLives &Lives;
  const Program &P = M.P;
  const Tables &T = M.T;

  /// moveToThread(this): what is no child stays; told where the thread uses what stays.
  void membersStay(SiteId Site) {
    const offmain::Site &At = P[Site];
    RecordId R = T.recordOf(At.Receiver);
    SmallVector<SiteId, 8> Uses;
    for (RecordId B : T.bases(R))
      for (FunctionId F : P[B].is(RecordFlag::Outside) ? ArrayRef<FunctionId>() : T.methods(B))
        for (SiteId Use : M.S.contexts(F) & OffMainMask ? T.sitesOf(F) : SiteRange())
          if (staysBehind(P[Use]))
            Uses.push_back(Use);
    if (Uses.empty())
      return;
    StringRef Name = P.name(VariableId(P[T.strip(P[Uses[0]].Receiver)].B));
    Finding &Found = M.report(Site, Confidence::High,
                              "the thread object moves to its own thread, but '" + Name.str() +
                                  "' is no child of it and stays behind",
                              "move a worker object that owns it instead, or make it a child");
    constexpr size_t MaxShown = 8;
    for (SiteId Use : ArrayRef<SiteId>(Uses).take_front(MaxShown))
      M.related(Found, Use, "used on the new thread here");
  }

  bool staysBehind(const offmain::Site &Use) const {
    ValueId V = T.strip(Use.Receiver);
    return V && P[V].Kind == ValueKind::Field && P[V].B != UINT32_MAX && T.contract(Use).RunsOn == Thread::Owner &&
           M.H.ofValue(Use.Caller, Use.Receiver).Kind == HomeKind::Main;
  }

  /// Objects are moved to threads of class R. A thread that is held by value is of the class it says, and no heir of it.
  bool movedInto(RecordId R) const {
    for (SiteId Site : T.sitesWith(Role::QtMoveToThread)) {
      ValueId Thread = T.strip(P.arg(P[Site], 0));
      RecordId To = Thread ? T.recordOf(Thread) : RecordId();
      if (!To || (byValue(Thread) ? To == R || T.derives(To, R) : T.related(To, R)))
        return true;
    }
    return false;
  }

  bool byValue(ValueId V) const {
    const Value &X = P[V];
    uint32_t Held = X.Kind == ValueKind::Global ? X.A : X.Kind == ValueKind::Field ? X.B : UINT32_MAX;
    return Held != UINT32_MAX && P[VariableId(Held)].is(VariableFlag::ByValue);
  }

  /// Does the heir's run() only run the thread's event loop, for objects that never come?
  bool idleLoop(RecordId R) const {
    for (RecordId B : T.bases(R)) {
      if (P[B].is(RecordFlag::Outside))
        return true; // its own run() does just that
      for (FunctionId F : T.methods(B)) {
        if (!P[F].OverridesCount || !P[F].hasBody() || !(M.S.contexts(F) & maskOf(Ctx::Worker)) || !overridesRun(F))
          continue;
        bool Loop = false;
        for (SiteId Site : T.sitesOf(F)) {
          const offmain::Site &At = P[Site];
          Loop |= T.contract(At).What == Role::QtThreadLoop;
          if (At.is(SiteFlag::Constructor) && At.Callee && T.affinity(P[At.Callee].Record) != ModelSet::Affinity::Unset)
            return false;
          if (At.Callee && P[At.Callee].hasBody())
            return false;
        }
        return Loop;
      }
    }
    return false;
  }

  bool overridesRun(FunctionId F) const {
    return any_of(P.overrides(P[F]), [&](uint32_t O) {
      auto Called = T.Models.overridden(P.name(FunctionId(O)));
      return Called && Called->On == Thread::Worker;
    });
  }

  /// A slot that does more than steer its own thread.
  bool works(FunctionId F) const {
    bool Works = false;
    for (SiteId Site : T.sitesOf(F)) {
      const offmain::Site &At = P[Site];
      if (T.contract(At).What == Role::QtThreadStop || T.contract(At).What == Role::QtThreadStart)
        return false;
      Works |= At.Callee && !At.is(SiteFlag::Implicit) && !Lives.isPlainThread(P[At.Callee].Record);
    }
    return Works;
  }

  void slots() {
    for (const Edge &E : M.S.impl().Gr->Edges) {
      RecordId R = P[E.To].Record;
      if (!E.Emission || !R || !P[E.To].hasBody() || !Lives.isThread(R) || P[R].is(RecordFlag::Outside) ||
          (E.How != Hop::ToMainAuto && E.How != Hop::ToHandler) || !E.Site || !ours(P, P[E.Site]))
        continue;
      bool Slot = any_of(P.annotations(P[E.To]), [&](uint32_t A) { return P.Strings[A] == "qt_slot"; });
      if (!Slot || M.H.movesItself(R) || !idleLoop(R) || movedInto(R) || !works(E.To) || !startedSomewhere(R))
        continue;
      Finding &F = M.report(E.Site, Confidence::Medium,
                            "the slot '" + P.name(E.To).str() + "' does not run in the thread that its object starts: a "
                                "thread object lives in the thread that made it",
                            "put the slot into a worker object and move that to the thread");
      F.Callee = P.name(E.To).str();
    }
  }

  bool startedSomewhere(RecordId R) const {
    return any_of(T.sitesWith(Role::QtThreadStart), [&](SiteId Site) {
      RecordId K = P[Site].Receiver ? T.recordOf(P[Site].Receiver) : RecordId();
      return K == R || T.derives(K, R);
    });
  }
};

} // namespace

void checkQtMoveToThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Solution::Impl &I = S.impl();
  const Tables &T = *I.T;
  Move M{P, S, T, *I.H, Out};
  ThreadLives Lives(P, S);
  Heirs Own{M, Lives};
  for (SiteId Site : T.sitesWith(Role::QtMoveToThread)) {
    const offmain::Site &At = P[Site];
    RecordId R = At.Receiver ? T.recordOf(At.Receiver) : RecordId();
    ValueId To = T.strip(P.arg(At, 0));
    if (!R || !To || !ours(P, At) || M.given(At.Caller, To) == Given::No)
      continue;
    std::string Class = P.name(R).str();
    bool Itself = P[To].Kind == ValueKind::This && P[T.strip(At.Receiver)].Kind == ValueKind::This && Lives.isThread(R);
    if (T.affinity(R) == ModelSet::Affinity::Gui) {
      if (I.H->destination(Site).Kind == HomeKind::Worker)
        M.report(Site, Confidence::High, "a " + Class + " is moved to another thread: GUI objects stay on the main thread",
                 "move an object that does the work, and send it results by signals");
      continue;
    }
    if (M.hasParent(Site, Class))
      continue;
    if (Itself)
      Own.membersStay(Site);
    else
      M.pulled(Site, Class);
  }
  Own.slots();
}

} // namespace offmain
