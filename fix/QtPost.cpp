// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call on an object of another thread → the same call, posted to that object's thread.
//
//   label->setText(name());   ──▶   QMetaObject::invokeMethod(label, [label, text = QString(name())] {
//                                     label->setText(text);
//                                   }, Qt::QueuedConnection);
//
// Neighbours go together: those on one object, and those on widgets, which share a thread. The context is `this` where one
// of them is reached through it, else the first one's; the others may be gone by then and are looked at first. A call that
// is reached on its own thread, too, is made at once there, as it was: the type is left to Qt. What cannot be carried (a
// result that is used, references, plain pointers, calls that would have to be waited for) is left to the user. Functors
// came to invokeMethod in Qt 5.10 (https://doc.qt.io/qt-6/qmetaobject.html#invokeMethod-5); before, a single shot does the
// same, and in C++11 the method's name.
#include "fix/QtCall.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// The statements that are posted together.
struct Run {
  std::vector<const Expr *> Statements;
  std::vector<Post> Posts;
  bool OnMain = false; ///< one of them is reached on the main thread, too
};

/// The call that is a whole statement: F's, or the end of the chain that F's begins.
const CallExpr *postable(const Scene &S, const Found &F) {
  const auto *Call = F.Call ? dyn_cast<CallExpr>(S.chainEnd(F.Call)) : nullptr;
  return Call && S.statementOf(Call) ? Call : nullptr;
}

std::optional<Post> postOfStatement(const Scene &S, const Stmt *Statement) {
  const Found *F = S.targetOf(Statement);
  const CallExpr *Call = F ? postable(S, *F) : nullptr;
  std::string Ignored;
  return Call && !S.withSemicolon(Statement).isInvalid() && !S.hasComment(Statement) ? postOf(S, Call, Ignored) : std::nullopt;
}

bool together(const Post &A, const Post &B) { return A.Context == B.Context || (A.Widget && B.Widget); }

void append(Run &R, const Scene &S, const Stmt *Statement, Post P) {
  const Found *F = S.targetOf(Statement);
  R.OnMain |= F && F->T->OnMain;
  R.Statements.push_back(cast<Expr>(Statement));
  R.Posts.push_back(std::move(P));
}

Run runAround(const Scene &S, const Expr *Statement, const Post &Own) {
  Run R;
  const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(Statement));
  if (!Block) {
    append(R, S, Statement, Own);
    return R;
  }
  for (const Stmt *Each : Block->body()) {
    std::optional<Post> P = Each == Statement ? std::optional(Own) : postOfStatement(S, Each);
    bool Fits = P && together(*P, Own);
    bool Next = R.Statements.empty() || S.adjacent(R.Statements.back(), Each);
    bool Here = is_contained(R.Statements, Statement);
    if (Here && !(Fits && Next))
      break;
    if (!Fits || !Next)
      R = Run(); // what stands between stays
    if (Fits)
      append(R, S, Each, std::move(*P));
  }
  return R;
}

/// All on one context object's thread: the others are looked at before they are used.
std::string chooseContext(Run &R) {
  auto Main = llvm::find_if(R.Posts, [](const Post &P) { return P.Context == "this"; });
  if (Main == R.Posts.end())
    Main = llvm::find_if(R.Posts, [](const Post &P) { return P.Context != "qApp"; });
  if (Main == R.Posts.end())
    Main = R.Posts.begin();
  std::string Context = Main->Context;
  for (Post &P : R.Posts)
    if (P.Context != Context && P.Receiver) {
      P.Receiver->Init = "QPointer<" + P.Type + ">(" + P.Context + ")";
      P.Receiver->Guarded = true;
      P.Receiver->Plain = false;
      P.Guards.insert(P.Guards.begin(), P.Receiver->Name);
    }
  return Context;
}

/// One list of captures for all; false when a name would mean two things.
bool mergeCaptures(ArrayRef<Post> Posts, std::vector<Captured> &Into) {
  auto Add = [&](const Captured &C) {
    auto Same = llvm::find_if(Into, [&](const Captured &D) { return D.Name == C.Name; });
    if (Same == Into.end()) {
      Into.push_back(C);
      return true;
    }
    return Same->Init == C.Init && C.Same && Same->Same; // equal words may mean another value
  };
  for (const Post &P : Posts)
    if ((P.Receiver && !Add(*P.Receiver)) || !all_of(P.Captures, Add))
      return false;
  return true;
}

/// Whether QMetaObject::invokeMethod takes functors, as it has since Qt 5.10.
bool takesFunctors(const Scene &S) {
  const auto *Meta = dyn_cast_or_null<CXXRecordDecl>(S.lookup("QMetaObject"));
  return Meta && Meta->getDefinition() && any_of(Meta->getDefinition()->decls(), [](const Decl *D) {
           const auto *T = dyn_cast<FunctionTemplateDecl>(D);
           return T && T->getDeclName().isIdentifier() && T->getName() == "invokeMethod";
         });
}

std::string lambda(const Scene &S, const Run &R, ArrayRef<Captured> Captures) {
  SourceLocation Begin = R.Statements.front()->getBeginLoc();
  std::string Indent = S.indentation(Begin).str(), Body;
  StringRef End = S.lineEnd(Begin);
  if (R.Posts.size() == 1) {
    Body = " " + R.Posts.front().body() + " ";
  } else {
    Body = End.str();
    for (const Post &P : R.Posts)
      Body += Indent + S.indentUnit(Begin) + P.body() + End.str();
    Body += Indent;
  }
  bool Moves = any_of(R.Posts, [](const Post &P) { return P.Moves; });
  return captureList(Captures) + (Moves ? "() mutable {" : " {") + Body + "}";
}

Proposal postedByName(const Scene &S, const CallExpr *Call) {
  const auto *Method = dyn_cast<CXXMemberCallExpr>(Call);
  auto Text = Method ? postByName(S, Method) : std::nullopt;
  if (!Text)
    return advice("needs C++14 (captures with initialisers); emit a signal instead");
  Proposal P;
  P.Title = "post the call to the object's thread";
  P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(Call->getSourceRange()), *Text));
  return P;
}

} // namespace

Proposal postWithQt(Scene &S, const Found &At) {
  if (!isa<CallExpr>(At.Call))
    return advice("only calls are posted: make the object in a slot of an object of the main thread");
  const CallExpr *Call = postable(S, At);
  if (!Call)
    return advice("the result of the call is used, so it cannot be posted: have it worked out on the object's thread and bring the "
                  "result over by a signal");
  const Expr *Statement = S.statementOf(Call);
  std::string Why;
  if (S.withSemicolon(Statement).isInvalid())
    return advice("the call is written by a macro");
  if (S.hasComment(Statement))
    return advice("a comment or a directive stands in the middle of the call");
  if (!S.language().CPlusPlus14)
    return postedByName(S, Call);
  auto Own = postOf(S, Call, Why);
  if (!Own)
    return advice(Why);
  Run R = runAround(S, Statement, *Own);
  std::string Context = chooseContext(R);
  std::vector<Captured> Captures;
  if (!mergeCaptures(R.Posts, Captures)) {
    R = Run();
    Captures.clear();
    Context = Own->Context;
    append(R, S, Statement, *Own);
    mergeCaptures(R.Posts, Captures);
  }
  SourceLocation Begin = R.Statements.front()->getBeginLoc();
  std::string Lambda = lambda(S, R, Captures);
  bool Functors = takesFunctors(S);
  Proposal P;
  P.Title = "post the call to the thread of '" + Context + "'";
  std::string Text = Functors ? "QMetaObject::invokeMethod(" + Context + ", " + Lambda + (R.OnMain ? ");" : ", Qt::QueuedConnection);")
                              : "QTimer::singleShot(0, " + Context + ", " + Lambda + ");";
  CharSourceRange Range = CharSourceRange::getCharRange(Begin, S.withSemicolon(R.Statements.back()).getEnd());
  P.Edits.push_back(S.replace(Range, Text));
  SmallVector<StringRef, 2> Headers;
  if (!Functors)
    Headers.push_back("QTimer");
  if (any_of(Captures, [](const Captured &C) { return C.Guarded; }))
    Headers.push_back("QPointer");
  append_range(P.Edits, S.include(Headers, Begin));
  return P;
}

} // namespace offmain::fix
