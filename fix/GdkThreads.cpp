// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The GDK lock, taken out of a program as a whole.
//
//   gdk_threads_add_*()                       ──▶ the function of GLib that it stands for
//   gdk_threads_init(), set_lock_functions()  ──▶ gone, and with them g_thread_init(): GLib needs neither since 2.32
//   enter, leave on the main thread           ──▶ gone
//   enter, leave in a worker                  ──▶ gone; what is between them is posted (LockedRegions.h)
//
// While one thread still takes the lock the others must as well, so all uses of a program are one group; only the
// gdk_threads_add_*() of a program that never takes it stand each for themselves
// (https://docs.gtk.org/gdk3/func.threads_add_idle.html). Macros and static functions that do nothing else go with their uses.
#include "fix/LockedRegions.h"
#include "fix/Removal.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// What a use of the lock is for.
enum class LockUse { None, Add, Enter, Leave, Init, Functions };

LockUse useOf(StringRef Name) {
  return StringSwitch<LockUse>(Name)
      .Cases({"gdk_threads_enter", "gdk_threads_lock", "threads_enter"}, LockUse::Enter)
      .Cases({"gdk_threads_leave", "gdk_threads_unlock", "threads_leave"}, LockUse::Leave)
      .Case("gdk_threads_init", LockUse::Init)
      .Case("gdk_threads_set_lock_functions", LockUse::Functions)
      .StartsWith("gdk_threads_add_", LockUse::Add)
      .Default(LockUse::None);
}

StringRef namesake(StringRef Name) {
  return StringSwitch<StringRef>(Name)
      .Case("gdk_threads_add_idle", "g_idle_add")
      .Case("gdk_threads_add_idle_full", "g_idle_add_full")
      .Case("gdk_threads_add_timeout", "g_timeout_add")
      .Case("gdk_threads_add_timeout_full", "g_timeout_add_full")
      .Case("gdk_threads_add_timeout_seconds", "g_timeout_add_seconds")
      .Case("gdk_threads_add_timeout_seconds_full", "g_timeout_add_seconds_full")
      .Default("");
}

/// The names that a statement speaks of, apart from those of types.
class NameSearch : public RecursiveASTVisitor<NameSearch> {
public:
  std::vector<const DeclRefExpr *> Locks; ///< that mean the lock
  bool Others = false;                    ///< anything else
  bool VisitDeclRefExpr(DeclRefExpr *X) {
    if (X->getDecl()->getDeclName().isIdentifier() && useOf(X->getDecl()->getName()) != LockUse::None)
      Locks.push_back(X);
    else
      Others = true;
    return true;
  }
};

/// Calls that use the lock.
class CallSearch : public RecursiveASTVisitor<CallSearch> {
public:
  std::vector<const CallExpr *> Calls;
  bool VisitCallExpr(CallExpr *X) {
    const auto *Name = dyn_cast_or_null<DeclRefExpr>(X->getCallee()->IgnoreParenImpCasts());
    if (const auto *Pointer = dyn_cast<UnaryOperator>(X->getCallee()->IgnoreParenImpCasts()))
      Name = dyn_cast<DeclRefExpr>(Pointer->getSubExpr()->IgnoreParenImpCasts());
    if (Name && Name->getDecl()->getDeclName().isIdentifier() && useOf(Name->getDecl()->getName()) != LockUse::None)
      Calls.push_back(X);
    return true;
  }
};

class LockFix {
public:
  explicit LockFix(Scene &S) : S(S), Text(S) {}
  std::vector<Proposal> propose(ArrayRef<Found> Uses);

private:
  std::vector<Found> onSameLines(ArrayRef<Found> Uses) const;
  std::string take(const Found &F);
  std::string rename(const CallExpr *Call, const DeclRefExpr *Name);
  void realign(const CallExpr *Call, unsigned By);
  void postRegions();
  void dropThreadInit(const Stmt *Near);
  void dropMacros(const Stmt *Use);

  Scene &S;
  Removal Text;
  std::vector<Edit> Edits; ///< besides those of Text
  struct Marked {
    LockMark Mark;
    const Target *At;
  };
  MapVector<const FunctionDecl *, std::vector<Marked>> Functions; ///< what takes the lock or gives it back
  std::map<std::string, std::string> Reasons; ///< by fingerprint: why it cannot go, if so
};

constexpr llvm::StringLiteral Group = "the uses of the GDK lock";

/// Where a name is written: in the source, or in the definition of a macro of the project's.
SourceLocation writtenAt(const Scene &S, SourceLocation At) {
  if (At.isMacroID())
    At = S.sources().getSpellingLoc(At);
  return At.isFileID() && S.isProject(At) ? At : SourceLocation();
}

unsigned columnsOf(StringRef Text) {
  unsigned Out = 0;
  for (char C : Text)
    Out = C == '\t' ? (Out / 8 + 1) * 8 : Out + 1;
  return Out;
}

/// Lines below that stand under the call's first argument, moved to the left by as much as its name becomes shorter.
void LockFix::realign(const CallExpr *Call, unsigned By) {
  if (!S.written(Call->getSourceRange()) || !Call->getNumArgs())
    return;
  auto [File, At] = S.sources().getDecomposedExpansionLoc(Call->getArg(0)->getBeginLoc());
  unsigned End = S.sources().getFileOffset(Call->getEndLoc());
  StringRef All = S.sources().getBufferData(File);
  size_t Begin = All.take_front(At).rfind('\n') + 1; // npos + 1 is 0
  unsigned Column = columnsOf(All.slice(Begin, At));
  for (size_t Line = All.find('\n', At) + 1; Line && Line <= End; Line = All.find('\n', Line) + 1) {
    StringRef Space = All.substr(Line).take_while([](char C) { return C == ' ' || C == '\t'; });
    unsigned Width = columnsOf(Space);
    if (Width < Column)
      return; // not aligned here, and from here on
    Width -= By;
    unsigned Tabs = Space.contains('\t') ? Width / 8 : 0;
    Edits.push_back(S.replace(File, Line, Line + Space.size(), std::string(Tabs, '\t') + std::string(Width - Tabs * 8, ' ')));
  }
}

std::string LockFix::rename(const CallExpr *Call, const DeclRefExpr *Name) {
  SourceLocation At = writtenAt(S, Name->getLocation());
  StringRef Other = namesake(Name->getDecl()->getName());
  if (At.isInvalid() || Other.empty())
    return "the call is written by a macro";
  Edits.push_back(S.replace(CharSourceRange::getTokenRange(At, At), Other.str()));
  if (Call)
    realign(Call, unsigned(Name->getDecl()->getName().size() - Other.size()));
  return "";
}

/// Adds what is done for one use, or says why nothing can be.
std::string LockFix::take(const Found &F) {
  if (!F.Call)
    return "the call is written by a template, or stands in code that this unit does not see";
  NameSearch InCall;
  InCall.TraverseStmt(const_cast<Expr *>(F.Call));
  if (InCall.Locks.empty())
    return "it is not clear what is called here";
  // The callee's name is the first that is written.
  LockUse What = useOf(InCall.Locks.front()->getDecl()->getName());
  if (What == LockUse::Add)
    return rename(dyn_cast<CallExpr>(F.Call), InCall.Locks.front());
  const Stmt *Whole = wholeStatement(S, F.Call);
  if (!Whole)
    return "the call is only a part of its statement, or of what a macro writes";
  NameSearch All;
  All.TraverseStmt(const_cast<Stmt *>(Whole));
  if (What != LockUse::Functions && (All.Others || any_of(All.Locks, [&](const DeclRefExpr *Each) {
                                       return useOf(Each->getDecl()->getName()) != What;
                                     })))
    return "the macro that is used here does more than this";
  if ((What == LockUse::Enter || What == LockUse::Leave) && !Text.dropped(Whole))
    Functions[S.functionAround(Whole)].push_back({{Whole, What == LockUse::Enter}, F.T});
  if (What == LockUse::Init || What == LockUse::Functions)
    dropThreadInit(Whole);
  if (!Text.dropped(Whole))
    dropMacros(Whole);
  Text.drop(Whole);
  return "";
}

/// g_thread_init() in the same function: it has done nothing since the version of GLib that has g_mutex_init().
void LockFix::dropThreadInit(const Stmt *Near) {
  struct Search : RecursiveASTVisitor<Search> {
    std::vector<const CallExpr *> Calls;
    bool VisitCallExpr(CallExpr *X) {
      const FunctionDecl *F = X->getDirectCallee();
      if (F && F->getDeclName().isIdentifier() && F->getName() == "g_thread_init")
        Calls.push_back(X);
      return true;
    }
  } Found;
  const FunctionDecl *In = S.functionAround(Near);
  if (!In || !In->hasBody() || !S.lookup("g_mutex_init"))
    return;
  Found.TraverseStmt(In->getBody());
  for (const CallExpr *X : Found.Calls)
    if (const Stmt *Whole = wholeStatement(S, X); Whole && S.written(Whole->getSourceRange()))
      Text.drop(Whole);
}

/// The definitions of the project's macros through which the use is written.
void LockFix::dropMacros(const Stmt *Use) {
  const SourceManager &Sources = S.sources();
  for (SourceLocation At = Use->getBeginLoc(); At.isMacroID(); At = Sources.getImmediateMacroCallerLoc(At)) {
    SourceLocation In = Sources.getSpellingLoc(At);
    if (!S.isProject(In) || In == Sources.getExpansionLoc(Use->getBeginLoc()))
      continue;
    auto [File, Offset] = Sources.getDecomposedLoc(In);
    if (auto Lines = lockDefinitions(Sources.getBufferData(File), Offset))
      Text.drop(File, Lines->first, Lines->second);
  }
}

/// Where the lock is taken on other threads what is done under it is posted; elsewhere the calls just go.
void LockFix::postRegions() {
  StringSet<> Taken;
  for (auto &[F, All] : Functions) {
    std::vector<LockMark> Marks;
    for (const Marked &Each : All)
      Marks.push_back(Each.Mark);
    llvm::sort(Marks, [&](const LockMark &A, const LockMark &B) {
      return S.sources().isBeforeInTranslationUnit(A.Whole->getBeginLoc(), B.Whole->getBeginLoc());
    });
    Marks = withoutReleases(S, Marks);
    erase_if(All, [&](const Marked &Each) {
      return none_of(Marks, [&](const LockMark &M) { return M.Whole == Each.Mark.Whole; });
    });
    // Those that are only reached with the lock take it a second time: their caller's region goes, with the call.
    bool Posts = any_of(All, [](const Marked &Each) { return Each.Mark.Takes && Each.At->OffMainFree; });
    std::string Name = F ? "'" + F->getNameAsString() + "'" : "this", Why;
    for (const Marked &Each : All) {
      if (!Each.At->OnMain && !Each.At->OffMain)
        Reasons[Each.At->Fingerprint] = "nothing that was seen calls " + Name + ", so on which thread it takes the lock is not known";
      else if (Posts && Each.At->OnMain)
        Reasons[Each.At->Fingerprint] = Name + " takes the lock on the main thread and on others: what it does under it would have to be posted "
                                               "on the others only";
      else if (Posts && Each.Mark.Takes && Each.At->OffMainHeld)
        Reasons[Each.At->Fingerprint] = Name + " takes the lock and is also called with it";
    }
    const Stmt *Blamed = nullptr;
    if (!Posts || any_of(All, [&](const Marked &Each) { return !Reasons[Each.At->Fingerprint].empty(); }))
      continue;
    auto Made = fix::postRegions(S, Marks, Taken, Why, Blamed);
    if (Made)
      append_range(Edits, *Made);
    for (const Marked &Each : All)
      if (!Made && Each.Mark.Whole == Blamed)
        Reasons[Each.At->Fingerprint] = "what " + Name + " does under the lock on another thread cannot be posted to the main thread: " + Why;
  }
}

/// One finding stands for all uses on its line.
std::vector<Found> LockFix::onSameLines(ArrayRef<Found> Uses) const {
  auto LineOf = [&](const Stmt *X) {
    auto [File, Offset] = S.sources().getDecomposedExpansionLoc(X->getBeginLoc());
    return std::pair(File, S.sources().getLineNumber(File, Offset));
  };
  std::vector<Found> Out(Uses);
  CallSearch Search;
  for (Decl *D : S.topLevel())
    Search.TraverseDecl(D);
  for (const CallExpr *X : Search.Calls)
    for (const Found &F : Uses)
      if (F.Call && F.Call != X && LineOf(F.Call) == LineOf(X)) {
        Out.push_back({F.T, X});
        break;
      }
  return Out;
}

std::vector<Proposal> LockFix::propose(ArrayRef<Found> Uses) {
  std::vector<Proposal> Out;
  Proposal Together;
  Together.Title = "do without the GDK lock";
  Together.Group = Group;
  for (const Found &F : onSameLines(Uses))
    if (std::string &Why = Reasons[F.T->Fingerprint]; Why.empty())
      Why = take(F);
  postRegions();
  for (auto &[Fingerprint, Why] : Reasons) {
    if (Why.empty()) {
      Together.Fingerprints.push_back(Fingerprint);
      continue;
    }
    Proposal P = advice(Why);
    P.Group = Group;
    P.Fingerprints.push_back(Fingerprint);
    Out.push_back(std::move(P));
  }
  if (Together.Fingerprints.empty())
    return Out;
  Together.Edits = Text.edits();
  for (const Edit &E : Edits)
    if (!is_contained(Together.Edits, E)) // a macro's definition
      Together.Edits.push_back(E);
  Out.push_back(std::move(Together));
  return Out;
}

} // namespace

std::vector<Proposal> dropGdkLock(Scene &S, ArrayRef<Found> Uses) {
  if (Uses.front().T->LockUsed)
    return LockFix(S).propose(Uses);
  std::vector<Proposal> Out;
  for (const Found &F : Uses) { // nobody takes the lock: each for itself
    LockFix One(S);
    Out.push_back(One.propose(F).front());
    Out.back().Group.clear();
    Out.back().Title = ("call " + namesake(F.T->Callee) + "()").str();
  }
  return Out;
}

} // namespace offmain::fix
