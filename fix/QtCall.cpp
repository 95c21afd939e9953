// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See QtCall.h. What the arguments are is worked out where the call stood and carried by value: the thread keeps its own
// work, and nothing the posted part reads can change or die meanwhile. Objects of Qt are carried as QPointer where they
// are not the context object itself. Members of a widget are reached through `this`, which is the context then: on its own
// thread, and only as long as it lives.
#include "fix/QtCall.h"
#include "fix/QtAsked.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

std::string Post::body() const {
  std::string Guard;
  if (Guards.size() == 1)
    Guard = "if (" + Guards.front() + ") ";
  else if (!Guards.empty())
    Guard = "if ((" + join(Guards, ") && (") + ")) ";
  return Guard + Call;
}

namespace {

constexpr llvm::StringLiteral NoObject("the receiver is no QObject, so nothing says on which thread it lives");
constexpr llvm::StringLiteral NoVariable("the receiver is not a plain variable or member");

class Poster {
public:
  Poster(const Scene &S, const CallExpr *Call) : S(S), Call(Call) {}
  std::optional<Post> make(std::string &Why);

private:
  bool receiver(const CXXMemberCallExpr *Of, std::string &Why);
  bool variable(const Expr *At, std::string &Why);
  bool noObject(std::string &Why);
  bool argument(const Expr *A, const ParmVarDecl *P, std::string &Why);
  bool object(const Expr *Plain, QualType Pointer, StringRef Wanted, StringRef Text, std::string &Why);
  bool again(const Expr *Plain, StringRef Wanted);
  void carry(Captured New);
  std::string freeName(StringRef Wanted, bool Own = false) const;
  bool refuse(std::string &Why, StringRef Because) const { return Why = Because.str(), false; }
  bool isObject(QualType Pointer) const { return S.isA(Pointer->getPointeeCXXRecordDecl(), "QObject"); }
  void beThis(const CXXRecordDecl *Class);

  const Scene &S;
  const CallExpr *Call;
  Post Out;
  std::string Front; ///< what is in front of the called name: "label->", "QLabel::"
  std::string Root;  ///< name of the context object inside of the lambda
  std::vector<std::string> Arguments;
  StringSet<> Used; ///< names that the statement mentions
};

const Expr *plain(const Expr *X) { return X->IgnoreParenImpCasts(); }

const CXXRecordDecl *classOf(const Expr *X) {
  QualType T = X->getType();
  return T->isPointerType() ? T->getPointeeCXXRecordDecl() : T->getAsCXXRecordDecl();
}

/// `p` of `p->` for a class that is a pointer; null: X is something else.
const Expr *smartPointer(const Expr *X) {
  const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(X);
  return Arrow && Arrow->getOperator() == OO_Arrow ? plain(Arrow->getArg(0)) : nullptr;
}

/// The `this` that X is a member of, however deep.
const CXXThisExpr *rootThis(const Expr *X) {
  while (true) {
    X = plain(X);
    if (const auto *This = dyn_cast<CXXThisExpr>(X))
      return This;
    if (const Expr *Pointer = smartPointer(X))
      X = Pointer;
    else if (const auto *M = dyn_cast<MemberExpr>(X); M && isa<FieldDecl>(M->getMemberDecl()))
      X = M->getBase();
    else
      return nullptr;
  }
}

/// What to call an argument of a parameter without a name: "text" for setText().
std::string nameAfter(const FunctionDecl *F) {
  StringRef Name = F->getDeclName().isIdentifier() ? F->getName() : "";
  if (!Name.consume_front("set") || Name.empty() || !isUppercase(Name.front()))
    return "value";
  return char(toLowercase(Name.front())) + Name.drop_front().str();
}

/// Where the called name begins, with `Base::`, and where it ends, with `<T>`.
SourceRange calledName(const CallExpr *Call) {
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *M = dyn_cast<MemberExpr>(Callee))
    return {M->hasQualifier() ? M->getQualifierLoc().getBeginLoc() : M->getMemberLoc(), M->getEndLoc()};
  return Callee->getSourceRange();
}

/// Values of it can be moved, not copied.
bool movesOnly(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return R && R->hasDefinition() && (R->defaultedCopyConstructorIsDeleted() || any_of(R->ctors(), [](const auto *C) {
                                       return C->isCopyConstructor() && C->isDeleted();
                                     }));
}

/// A name for a capture that hides nothing the statement means; its Own variable it may hide.
std::string Poster::freeName(StringRef Wanted, bool Own) const {
  std::string Name = Wanted.str();
  auto Taken = [&] {
    return (!Own && Used.contains(Name)) || (Out.Receiver && Out.Receiver->Name == Name) ||
           any_of(Out.Captures, [&](const Captured &C) { return C.Name == Name; });
  };
  for (unsigned I = 2; Taken(); ++I) {
    Name = Wanted.str() + std::to_string(I);
    Own = false;
  }
  return Name;
}

/// Once a name: freeName() finds new names for what is another.
void Poster::carry(Captured New) {
  if (none_of(Out.Captures, [&](const Captured &C) { return C.Name == New.Name; }))
    Out.Captures.push_back(std::move(New));
}

void Poster::beThis(const CXXRecordDecl *Class) {
  Out.Context = "this";
  Out.Widget = S.isA(Class, "QWidget");
  Out.Receiver = Captured{"this", "this", false, true, true};
}

/// The object that the chain of calls begins with is the context; the chain itself is walked on its thread.
bool Poster::receiver(const CXXMemberCallExpr *Of, std::string &Why) {
  const Expr *At = plain(Of->getImplicitObjectArgument());
  while (const auto *Inner = dyn_cast<CXXMemberCallExpr>(At)) {
    if (Inner->getNumArgs() || !Inner->getMethodDecl())
      return refuse(Why, "the receiver comes from a call with arguments");
    At = plain(Inner->getImplicitObjectArgument());
  }
  SourceLocation Name = calledName(Of).getBegin();
  if (!S.written({Of->getBeginLoc(), Name}))
    return refuse(Why, "the call is written by a macro");
  CharSourceRange InFront = CharSourceRange::getCharRange(Of->getBeginLoc(), Name);
  Front = Lexer::getSourceText(InFront, S.sources(), S.language()).str();
  if (isa<CXXThisExpr>(At)) {
    if (!S.isA(classOf(At), "QObject"))
      return refuse(Why, NoObject);
    beThis(classOf(At));
    return true;
  }
  Readers Base;
  Base.TraverseStmt(const_cast<Expr *>(At));
  if (Base.Changes)
    return refuse(Why, "the receiver comes from a call, or changes something while it is worked out");
  const CXXThisExpr *This = rootThis(At);
  bool Affine = S.isA(classOf(At), "QObject") && !S.isA(classOf(At), "QWidget"); // its thread need not be the widgets'
  if (This && !Affine && S.isA(classOf(This), "QWidget")) {
    beThis(classOf(This));
    return true;
  }
  return variable(At, Why);
}

/// The context is a variable or member: it is carried under its name.
bool Poster::variable(const Expr *At, std::string &Why) {
  bool Arrow = At->getType()->isPointerType();
  const CXXRecordDecl *Class = classOf(At);
  if (!S.isA(Class, "QObject"))
    return refuse(Why, NoObject);
  const Expr *Smart = smartPointer(At);
  if (Smart)
    At = Smart;
  std::string Text = S.text(At).str();
  bool Bare = false; // an object, not a pointer, that is there as long as the program is
  if (const auto *R = dyn_cast<DeclRefExpr>(At)) {
    const auto *V = dyn_cast<VarDecl>(R->getDecl());
    if (V && V->hasLocalStorage() && !Arrow && !V->getType()->isReferenceType())
      return refuse(Why, "the receiver is a local object of the function itself");
    if (V && V->hasLocalStorage() && V->getInit() && isa<CXXNewExpr>(V->getInit()->IgnoreUnlessSpelledInSource()))
      return refuse(Why, "the object is made on this thread: make it, without a parent of another one, where it is to live");
    Bare = V && !V->hasLocalStorage() && !Arrow && !V->getType()->isReferenceType();
    Root = R->getDecl()->getNameAsString();
  } else if (const auto *M = dyn_cast<MemberExpr>(At)) {
    Root = M->getMemberDecl()->getNameAsString();
  }
  if (Text.empty() || Root.empty() || !StringRef(Front).starts_with(Text))
    return refuse(Why, NoVariable);
  StringRef Chain = StringRef(Front).drop_front(Text.size()).ltrim();
  if (!Chain.consume_front("->"))
    Chain.consume_front(".");
  if (Bare)
    Root = Text;
  Out.Type = typeName(S, S.context().getCanonicalTagType(Class));
  Out.Widget = S.isA(Class, "QWidget");
  if (Smart) // the classes of Qt say data(), those of the standard get()
    Text += At->getType()->getAsCXXRecordDecl() && At->getType()->getAsCXXRecordDecl()->isInStdNamespace() ? ".get()" : ".data()";
  Out.Context = Arrow ? Text : "&" + Text;
  if (!Bare)
    Out.Receiver = Captured{Root, Out.Context, false, Arrow && !Smart && isLocal(At), true};
  Front = Root + (Arrow || !Bare ? "->" : ".") + Chain.str();
  return true;
}

/// A function without an object: where the widget around lives, or the application.
bool Poster::noObject(std::string &Why) {
  Front.clear();
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(S.functionAround(Call));
  if (M && M->isInstance() && S.isA(M->getParent(), "QWidget"))
    Out.Context = "this";
  else if (S.hasMacro("qApp"))
    Out.Context = "qApp";
  else
    return refuse(Why, "only calls of methods are posted: move this to a slot of an object of the main thread");
  Out.Widget = true;
  return true;
}

/// The same variable once more.
bool Poster::again(const Expr *Plain, StringRef Wanted) {
  for (const Captured &C : Out.Captures)
    if (isLocal(Plain) && C.Plain && C.Name == Wanted) {
      Arguments.push_back(C.Name);
      return true;
    }
  return false;
}

bool Poster::argument(const Expr *A, const ParmVarDecl *P, std::string &Why) {
  QualType To = P->getType();
  if (To->isLValueReferenceType() && !To.getNonReferenceType().isConstQualified())
    return refuse(Why, "an argument is passed by reference and may be changed by the call");
  // What is moved to a `const &` stays where it is.
  if (const auto *Moves = dyn_cast<CallExpr>(A->IgnoreUnlessSpelledInSource()); Moves && Moves->isCallToStdMove() && To->isLValueReferenceType())
    A = Moves->getArg(0);
  StringRef Text = S.textWithMacros(A);
  if (Text.empty())
    return refuse(Why, "an argument is written by a macro");
  if (borrows(A))
    return refuse(Why, "an argument shares bytes that may be gone by then");
  bool Macro = A->getBeginLoc().isMacroID() && S.sources().getExpansionRange(A->getBeginLoc()).getEnd() ==
                                                   S.sources().getExpansionRange(A->getEndLoc()).getEnd();
  Readers Reads;
  Reads.TraverseStmt(const_cast<Expr *>(A));
  if (Reads.Lambdas)
    return refuse(Why, "an argument is a lambda, whose captures would have to live longer");
  if (!Reads.Locals && !Reads.This && (!Reads.Calls || Macro)) { // QStringLiteral("a")
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
    Wanted = nameAfter(Call->getDirectCallee());
  if (Value->isPointerType())
    return object(Plain, Value, Wanted, Text, Why);
  if (again(Plain, Wanted))
    return true;
  // A view is carried as what it is a view of.
  bool Known = !Braced && S.context().hasSameUnqualifiedType(Own, Value);
  if (!owns(S, Value) && !Braced && owns(S, Own))
    Known = true;
  else if (!owns(S, Value))
    return refuse(Why, "an argument refers to something that may be gone by then");
  std::string Name = freeName(Wanted, bool(Variable));
  std::string Init = Known ? Text.str() : Braced ? typeName(S, Value) + Text.str() : typeName(S, Value) + "(" + Text.str() + ")";
  bool Binding = Variable && isa<BindingDecl>(Variable->getDecl()) && S.language().CPlusPlus20;
  bool Alone = Known && (isLocal(Plain) || Binding) && Name == Wanted;
  bool Moved = To->isRValueReferenceType() || movesOnly(Value);
  Out.Moves |= Moved;
  carry({Name, Init, false, Alone, Alone});
  Arguments.push_back(Moved ? "std::move(" + Name + ")" : Name);
  return true;
}

/// An object may be gone by then; none at all may be meant.
bool Poster::object(const Expr *Plain, QualType Pointer, StringRef Wanted, StringRef Text, std::string &Why) {
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(Plain)) {
    Arguments.push_back(Text.str());
    return true;
  }
  if (!isObject(Pointer))
    return refuse(Why, "an argument is a pointer, and nothing says how long what it points to lives");
  if (isa<CXXThisExpr>(Plain) && Out.Context == "this") {
    Out.Receiver = Captured{"this", "this", false, true, true};
    Arguments.push_back("this");
    return true;
  }
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
    Out.Guards.push_back(None + " || " + Name);
  } else {
    Out.Guards.push_back(Name);
  }
  Arguments.push_back(Name);
  return true;
}

std::optional<Post> Poster::make(std::string &Why) {
  const auto *OfObject = dyn_cast<CXXMemberCallExpr>(Call);
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F || isa<CXXOperatorCallExpr>(Call))
    return Why = "the function is called through a pointer to it", std::nullopt;
  if (F->getDeclName().isIdentifier() && F->getName() == "exec")
    return Why = "the call waits for the user: post what follows it, too", std::nullopt;
  Readers All;
  All.TraverseStmt(const_cast<CallExpr *>(Call));
  Used = All.Names;
  if (OfObject && isAskedLater(S, OfObject))
    return Why = "the object is asked further down, and would not know of it yet: have both done on its thread", std::nullopt;
  if (!(OfObject ? receiver(OfObject, Why) : noObject(Why)))
    return std::nullopt;
  for (unsigned I = 0; I != Call->getNumArgs(); ++I) {
    if (isa<CXXDefaultArgExpr>(Call->getArg(I)))
      break;
    if (I >= F->getNumParams())
      return Why = "the function takes a variable number of arguments", std::nullopt;
    if (!argument(Call->getArg(I), F->getParamDecl(I), Why))
      return std::nullopt;
  }
  StringRef Name = S.text(calledName(Call));
  if (Name.empty())
    return Why = "the call is written by a macro", std::nullopt;
  Out.Call = Front + Name.str() + "(" + join(Arguments, ", ") + ");";
  return std::move(Out);
}

/// A type that Qt's meta object system knows by its own.
bool isMetaType(QualType T) {
  if (T->isArithmeticType() && T->isBuiltinType())
    return true;
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return R && R->getName().starts_with("Q") && !isa<ClassTemplateSpecializationDecl>(R);
}

} // namespace

std::optional<Post> postOf(const Scene &S, const CallExpr *Call, std::string &Why) { return Poster(S, Call).make(Why); }

std::optional<std::string> postByName(const Scene &S, const CXXMemberCallExpr *Call) {
  const CXXMethodDecl *M = Call->getMethodDecl();
  const Expr *Object = plain(Call->getImplicitObjectArgument());
  auto Marked = [](const AnnotateAttr *A) { return A->getAnnotation() == "qt_slot" || A->getAnnotation() == "qt_invokable"; };
  if (!M || none_of(M->specific_attrs<AnnotateAttr>(), Marked) || isa<CallExpr>(Object) || !S.isA(classOf(Object), "QObject"))
    return std::nullopt;
  std::string Text = isa<CXXThisExpr>(Object) ? "this" : (Object->getType()->isPointerType() ? "" : "&") + S.text(Object).str();
  Text = "QMetaObject::invokeMethod(" + Text + ", \"" + M->getNameAsString() + "\", Qt::QueuedConnection";
  for (unsigned I = 0; I != Call->getNumArgs() && !isa<CXXDefaultArgExpr>(Call->getArg(I)); ++I) {
    QualType T = M->getParamDecl(I)->getType();
    QualType Value = T.getNonReferenceType().getUnqualifiedType();
    StringRef Argument = S.textWithMacros(Call->getArg(I));
    if (Argument.empty() || !isMetaType(Value) || !owns(S, Value) ||
        (T->isReferenceType() && !T.getNonReferenceType().isConstQualified()))
      return std::nullopt;
    Text += (", Q_ARG(" + typeName(S, Value) + ", " + Argument + ")").str();
  }
  return Text + ")";
}

} // namespace offmain::fix
