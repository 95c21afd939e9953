// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call on an object of another thread → the same call, posted to that object's thread.
//
//   label->setText(name());   ──▶   QMetaObject::invokeMethod(label, [label = label, text = QString(name())] {
//                                     label->setText(text);
//                                   }, Qt::QueuedConnection);
//
// What the arguments are is worked out where the call stood and carried by value: the thread keeps its own work, and
// nothing the posted part reads can change or die meanwhile. Objects of Qt are carried as QPointer where they are not
// the context object itself. What cannot be carried (a result that is used, references, plain pointers, calls that
// would have to be waited for) is left to the user. Functors came to invokeMethod in Qt 5.10
// (https://doc.qt.io/qt-6/qmetaobject.html#invokeMethod-5); before, a single shot does the same.
#include "fix/Captures.h"
#include "fix/QtAsked.h"
#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// One statement of the posted part.
struct Post {
  std::string Context;          ///< the object whose thread runs it, as written outside of the lambda
  std::vector<Captured> Captures;
  std::string Body;             ///< with its semicolon
};

class Poster {
public:
  Poster(Scene &S, const CXXMemberCallExpr *Call) : S(S), Call(Call) {}
  /// The posted form, or why there is none.
  std::optional<Post> make(std::string &Why);

private:
  bool receiver(std::string &Why);
  bool argument(const Expr *A, const ParmVarDecl *P, std::string &Why);
  bool object(const Expr *Plain, QualType Pointer, StringRef Wanted, StringRef Text, std::string &Why);
  void carry(Captured New);
  std::string freeName(StringRef Wanted, bool Own = false) const;
  bool refuse(std::string &Why, StringRef Because) const { return Why = Because.str(), false; }
  bool isObject(QualType Pointer) const { return S.isA(Pointer->getPointeeCXXRecordDecl(), "QObject"); }

  Scene &S;
  const CXXMemberCallExpr *Call;
  Post Out;
  std::string Object; ///< the receiver inside of the lambda, with its arrow
  std::vector<std::string> Arguments, Guards;
  std::string Root; ///< name of the context object inside of the lambda
  StringSet<> Used; ///< names that the statement mentions
};

const Expr *plain(const Expr *X) { return X->IgnoreParenImpCasts(); }

/// A name for a capture that hides nothing the statement means; its Own variable it may hide.
std::string Poster::freeName(StringRef Wanted, bool Own) const {
  std::string Name = Wanted.str();
  auto Taken = [&] {
    return (!Own && Used.contains(Name)) || any_of(Out.Captures, [&](const Captured &C) { return C.Name == Name; });
  };
  for (unsigned I = 2; Taken(); ++I) {
    Name = Wanted.str() + std::to_string(I);
    Own = false;
  }
  return Name;
}

/// Once a name: the receiver is carried first, and freeName() finds new names for the rest.
void Poster::carry(Captured New) {
  if (none_of(Out.Captures, [&](const Captured &C) { return C.Name == New.Name; }))
    Out.Captures.push_back(std::move(New));
}

/// What to call an argument of a parameter without a name: "text" for setText().
static std::string nameAfter(const CXXMethodDecl *M) {
  StringRef Name = M->getDeclName().isIdentifier() ? M->getName() : "";
  if (!Name.consume_front("set") || Name.empty() || !isUppercase(Name.front()))
    return "value";
  return char(toLowercase(Name.front())) + Name.drop_front().str();
}

/// The object that the chain of calls begins with is the context; the chain itself is walked on its thread.
bool Poster::receiver(std::string &Why) {
  const Expr *Whole = Call->getImplicitObjectArgument();
  const Expr *At = plain(Whole);
  while (const auto *Inner = dyn_cast<CXXMemberCallExpr>(At)) {
    if (Inner->getNumArgs() || !Inner->getMethodDecl())
      return Why = "the receiver comes from a call with arguments", false;
    At = plain(Inner->getImplicitObjectArgument());
  }
  bool Arrow = At->getType()->isPointerType();
  if (isa<CXXThisExpr>(At)) {
    if (!S.isA(At->getType()->getPointeeCXXRecordDecl(), "QObject"))
      return Why = "the receiver is no QObject, so nothing says on which thread it lives", false;
    Out.Context = "this";
    carry({"this", "this", false, true, true});
    Object = cast<CXXThisExpr>(At)->isImplicit() && At == plain(Whole) ? "" : "this->";
    if (At != plain(Whole))
      Object = (S.text(Whole) + "->").str();
    return true;
  }
  if (!Arrow && !S.isA(At->getType()->getAsCXXRecordDecl(), "QObject"))
    return Why = "the receiver is held by a smart pointer or is no QObject: say which object's thread is meant", false;
  if (Arrow && !isObject(At->getType()))
    return Why = "the receiver is no QObject, so nothing says on which thread it lives", false;
  Readers Base;
  Base.TraverseStmt(const_cast<Expr *>(At));
  if (Base.Changes)
    return refuse(Why, "the receiver comes from a call, or changes something while it is worked out");
  std::string Name, Text = S.text(At).str();
  bool Bare = false; // an object, not a pointer, that is there as long as the program is
  if (const auto *R = dyn_cast<DeclRefExpr>(At)) {
    const auto *V = dyn_cast<VarDecl>(R->getDecl());
    if (V && V->hasLocalStorage() && !Arrow && !V->getType()->isReferenceType())
      return Why = "the receiver is a local object of the function itself", false;
    if (V && V->hasLocalStorage() && V->getInit() && isa<CXXNewExpr>(V->getInit()->IgnoreUnlessSpelledInSource()))
      return refuse(Why, "the object is made on this thread: make it, without a parent of another one, where it is to live");
    Bare = V && !V->hasLocalStorage() && !Arrow && !V->getType()->isReferenceType();
    Name = R->getDecl()->getNameAsString();
  } else if (const auto *M = dyn_cast<MemberExpr>(At)) {
    Name = M->getMemberDecl()->getNameAsString();
  }
  if (Text.empty() || Name.empty())
    return Why = "the receiver is not a plain variable or member", false;
  Out.Context = Arrow ? Text : "&" + Text;
  if (!Bare)
    carry({Name, Out.Context, false, Arrow && isLocal(At), true});
  Root = Bare ? Text : Name;
  std::string Rest = S.text(Whole).str();
  if (At != plain(Whole) && !StringRef(Rest).starts_with(Text))
    return Why = "the receiver is not a plain variable or member", false;
  bool ByPointer = Arrow || !Bare;
  Object = Root + (ByPointer ? "->" : ".");
  if (At != plain(Whole)) {
    StringRef Chain = StringRef(Rest).drop_front(Text.size()).ltrim();
    if (!Chain.consume_front("->"))
      Chain.consume_front(".");
    Object += Chain.str() + (Whole->getType()->isPointerType() ? "->" : ".");
  }
  return true;
}

bool Poster::argument(const Expr *A, const ParmVarDecl *P, std::string &Why) {
  QualType To = P->getType();
  if (To->isRValueReferenceType() || (To->isLValueReferenceType() && !To.getNonReferenceType().isConstQualified()))
    return Why = "an argument is passed by reference and may be changed by the call", false;
  // What is moved to a `const &` stays where it is.
  if (const auto *Moves = dyn_cast<CallExpr>(A->IgnoreUnlessSpelledInSource()); Moves && Moves->isCallToStdMove() && To->isReferenceType())
    A = Moves->getArg(0);
  StringRef Text = S.text(A);
  if (Text.empty())
    return Why = "an argument is written by a macro", false;
  if (borrows(A))
    return refuse(Why, "an argument shares bytes that may be gone by then");
  Readers Reads;
  Reads.TraverseStmt(const_cast<Expr *>(A));
  if (Reads.Lambdas)
    return Why = "an argument is a lambda, whose captures would have to live longer", false;
  if (!Reads.Locals && !Reads.This && !Reads.Calls) {
    Arguments.push_back(Text.str());
    return true;
  }
  QualType Value = To.getNonReferenceType().getUnqualifiedType();
  const Expr *Plain = A->IgnoreUnlessSpelledInSource(); // not what a conversion makes of it
  QualType Own = Plain->getType().getNonReferenceType().getUnqualifiedType();
  bool Braced = isa<InitListExpr>(Plain) || Text.starts_with("{");
  const auto *Variable = dyn_cast<DeclRefExpr>(Plain);
  std::string Wanted = Variable ? Variable->getDecl()->getNameAsString() : P->getNameAsString();
  if (const auto *M = dyn_cast<MemberExpr>(Plain); M && Wanted.empty())
    Wanted = M->getMemberDecl()->getNameAsString();
  if (Wanted.empty())
    Wanted = nameAfter(Call->getMethodDecl());
  if (Value->isPointerType())
    return object(Plain, Value, Wanted, Text, Why);
  if (isLocal(Plain))
    for (const Captured &C : Out.Captures)
      if (C.Plain && C.Name == Wanted) { // the same variable once more
        Arguments.push_back(C.Name);
        return true;
      }
  // A view is carried as what it is a view of.
  bool Known = !Braced && S.context().hasSameUnqualifiedType(Own, Value);
  if (!owns(S, Value) && !Braced && owns(S, Own))
    Known = true;
  else if (!owns(S, Value))
    return refuse(Why, "an argument refers to something that may be gone by then");
  std::string Name = freeName(Wanted, bool(Variable));
  std::string Init = Known ? Text.str() : Braced ? typeName(S, Value) + Text.str() : typeName(S, Value) + "(" + Text.str() + ")";
  bool Alone = Known && isLocal(Plain) && Name == Wanted;
  carry({Name, Init, false, Alone, Alone});
  Arguments.push_back(Name);
  return true;
}

/// An object may be gone by then; none at all may be meant.
bool Poster::object(const Expr *Plain, QualType Pointer, StringRef Wanted, StringRef Text, std::string &Why) {
  if (!isObject(Pointer))
    return refuse(Why, "an argument is a pointer, and nothing says how long what it points to lives");
  if (Text == Out.Context && !Root.empty()) {
    Arguments.push_back(Root);
    return true;
  }
  Readers Reads;
  Reads.TraverseStmt(const_cast<Expr *>(Plain));
  if (Reads.Changes)
    return refuse(Why, "an argument is an object that a call gives");
  std::string Name = freeName(Wanted, isa<DeclRefExpr>(Plain));
  carry({Name, "QPointer<" + typeName(S, Pointer->getPointeeType()) + ">(" + Text.str() + ")", true});
  if (!isa<CXXThisExpr>(Plain) && !(isa<UnaryOperator>(Plain) && cast<UnaryOperator>(Plain)->getOpcode() == UO_AddrOf)) {
    std::string None = freeName("no" + std::string(1, toUppercase(Name.front())) + Name.substr(1));
    carry({None, "!" + Text.str()});
    Guards.push_back(None + " || " + Name);
  } else {
    Guards.push_back(Name);
  }
  Arguments.push_back(Name);
  return true;
}

std::optional<Post> Poster::make(std::string &Why) {
  const CXXMethodDecl *M = Call->getMethodDecl();
  if (!M)
    return Why = "the method is called through a pointer to it", std::nullopt;
  if (M->getDeclName().isIdentifier() && M->getName() == "exec")
    return Why = "the call waits for the user: post what follows it, too", std::nullopt;
  Readers All;
  All.TraverseStmt(const_cast<CXXMemberCallExpr *>(Call));
  Used = All.Names;
  if (isAskedLater(S, Call))
    return Why = "the object is asked further down, and would not know of it yet: have both done on its thread", std::nullopt;
  if (!receiver(Why))
    return std::nullopt;
  for (unsigned I = 0; I != Call->getNumArgs(); ++I) {
    if (isa<CXXDefaultArgExpr>(Call->getArg(I)))
      break;
    if (I >= M->getNumParams())
      return Why = "the method takes a variable number of arguments", std::nullopt;
    if (!argument(Call->getArg(I), M->getParamDecl(I), Why))
      return std::nullopt;
  }
  const auto *Named = cast<MemberExpr>(Call->getCallee()->IgnoreParens());
  SourceLocation Begin = Named->hasQualifier() ? Named->getQualifierLoc().getBeginLoc() : Named->getMemberLoc();
  StringRef Name = S.text({Begin, Named->getEndLoc()}); // with `Base::` and `<T>`
  if (Name.empty())
    return Why = "the call is written by a macro", std::nullopt;
  std::string Guard = Guards.empty()       ? ""
                      : Guards.size() == 1 ? "if (" + Guards.front() + ") "
                                           : "if ((" + join(Guards, ") && (") + ")) ";
  Out.Body = Guard + Object + Name.str() + "(" + join(Arguments, ", ") + ");";
  return std::move(Out);
}

/// The statements that are posted together: neighbours, each a call that can be posted, to one context object.
struct Run {
  std::vector<const Expr *> Statements;
  std::vector<Post> Posts;
};

/// The call that is a whole statement: F's, or the end of the chain that F's begins.
const CXXMemberCallExpr *postable(const Scene &S, const Found &F) {
  const auto *Call = F.Call ? dyn_cast<CXXMemberCallExpr>(S.chainEnd(F.Call)) : nullptr;
  return Call && S.statementOf(Call) ? Call : nullptr;
}

std::optional<Post> postOf(Scene &S, const Stmt *Statement) {
  const Found *F = S.targetOf(Statement);
  const CXXMemberCallExpr *Call = F ? postable(S, *F) : nullptr;
  std::string Ignored;
  return Call && !S.withSemicolon(Statement).isInvalid() && !S.hasComment(Statement) ? Poster(S, Call).make(Ignored) : std::nullopt;
}

Run runAround(Scene &S, const Expr *Statement, Post Own) {
  Run R;
  const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(Statement));
  if (!Block)
    return {{Statement}, {std::move(Own)}};
  for (const Stmt *Each : Block->body()) {
    std::optional<Post> P = Each == Statement ? std::optional(Own) : postOf(S, Each);
    bool Next = R.Statements.empty() || S.adjacent(R.Statements.back(), Each);
    if (P && P->Context == Own.Context && !Next && !is_contained(R.Statements, Statement))
      R = Run(); // what stands between stays
    else if (P && !Next)
      P.reset();
    if (P && P->Context == Own.Context) {
      R.Statements.push_back(cast<Expr>(Each));
      R.Posts.push_back(std::move(*P));
    } else if (is_contained(R.Statements, Statement)) {
      break;
    } else {
      R = Run();
    }
  }
  return R;
}

/// One list of captures for all; false when a name would mean two things.
bool mergeCaptures(ArrayRef<Post> Posts, std::vector<Captured> &Into) {
  for (const Post &P : Posts)
    for (const Captured &C : P.Captures) {
      auto Same = llvm::find_if(Into, [&](const Captured &D) { return D.Name == C.Name; });
      if (Same == Into.end())
        Into.push_back(C);
      else if (Same->Init != C.Init || !C.Same || !Same->Same)
        return false; // equal words may mean another value
    }
  return true;
}

} // namespace

Proposal postWithQt(Scene &S, const Found &At) {
  const CXXMemberCallExpr *Call = postable(S, At);
  if (!Call)
    return advice(isa<CXXMemberCallExpr>(At.Call) ? "the result of the call is used, so it cannot be posted: have it worked out on "
                                                    "the object's thread and bring the result over by a signal"
                                                  : "only calls of methods are posted: move this to a slot of an object of the main thread");
  if (!S.language().CPlusPlus14)
    return advice("needs C++14 (captures with initialisers); emit a signal instead");
  const Expr *Statement = S.statementOf(Call);
  std::string Why;
  if (S.withSemicolon(Statement).isInvalid())
    return advice("the call is written by a macro");
  if (S.hasComment(Statement))
    return advice("a comment or a directive stands in the middle of the call");
  auto Own = Poster(S, Call).make(Why);
  if (!Own)
    return advice(Why);
  Run R = runAround(S, Statement, *Own);
  std::vector<Captured> Captures;
  if (!mergeCaptures(R.Posts, Captures)) {
    R = {{Statement}, {*Own}};
    Captures = Own->Captures;
  }
  SourceLocation Begin = R.Statements.front()->getBeginLoc();
  StringRef End = S.lineEnd(Begin);
  std::string Indent = S.indentation(Begin).str(), Body;
  if (R.Posts.size() == 1) {
    Body = " " + R.Posts.front().Body + " ";
  } else {
    Body = End.str();
    for (const Post &P : R.Posts)
      Body += Indent + S.indentUnit(Begin) + P.Body + End.str();
    Body += Indent;
  }
  std::string Lambda = captureList(Captures) + " {" + Body + "}";
  const NamedDecl *Meta = S.lookup("QMetaObject");
  const auto *MetaClass = dyn_cast_or_null<CXXRecordDecl>(Meta);
  bool Functors = MetaClass && MetaClass->getDefinition() &&
                  any_of(MetaClass->getDefinition()->decls(), [](const Decl *D) {
                    const auto *T = dyn_cast<FunctionTemplateDecl>(D);
                    return T && T->getDeclName().isIdentifier() && T->getName() == "invokeMethod";
                  });
  Proposal P;
  P.Title = "post the call to the thread of '" + Own->Context + "'";
  std::string Text = Functors ? "QMetaObject::invokeMethod(" + Own->Context + ", " + Lambda + ", Qt::QueuedConnection);"
                              : "QTimer::singleShot(0, " + Own->Context + ", " + Lambda + ");";
  CharSourceRange Range = CharSourceRange::getCharRange(Begin, S.withSemicolon(R.Statements.back()).getEnd());
  P.Edits.push_back(S.replace(Range, Text));
  SmallVector<StringRef, 2> Headers;
  if (!Functors)
    Headers.push_back("QTimer");
  if (any_of(Captures, [](const Captured &C) { return C.Guarded; }))
    Headers.push_back("QPointer");
  if (auto E = S.include(Headers, Begin))
    P.Edits.push_back(*E);
  return P;
}

} // namespace offmain::fix
