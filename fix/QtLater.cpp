// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See QtLater.h.
#include "fix/QtLater.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// Who else can see a variable: a lambda that has it by reference, a pointer that is kept.
class Sharers : public RecursiveASTVisitor<Sharers> {
public:
  Sharers(const Scene &S, const VarDecl *V, SourceLocation Before) : S(S), V(V), Before(Before) {}
  bool Found = false;
  bool VisitLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &C : L->captures())
      Found |= C.capturesVariable() && C.getCapturedVar() == V && C.getCaptureKind() == LCK_ByRef && earlier(L);
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *X) {
    const auto *R = dyn_cast<DeclRefExpr>(X->getSubExpr()->IgnoreParens());
    if (X->getOpcode() != UO_AddrOf || !R || R->getDecl() != V || !earlier(X))
      return true;
    const Stmt *Parent = S.parent(X);
    while (Parent && isa<CastExpr, ParenExpr>(Parent))
      Parent = S.parent(Parent);
    Found |= !isa_and_nonnull<CallExpr>(Parent);
    return true;
  }

private:
  bool earlier(const Stmt *X) const { return S.sources().isBeforeInTranslationUnit(X->getBeginLoc(), Before); }
  const Scene &S;
  const VarDecl *V;
  SourceLocation Before;
};

class Maker {
public:
  Maker(const Scene &S, Kit With, const Rest &R, const VarDecl *Own) : S(S), With(With), R(R), Own(Own) {}
  std::optional<Later> make(ArrayRef<const Stmt *> Moved, std::string &Why);

private:
  bool carry(const Mention &M, std::string &Why);
  bool object(const Mention &M, std::string &Why);
  bool context(const Needs &N, std::string &Why);
  const CXXRecordDecl *classAround() const;
  bool isObject(QualType T) const {
    return S.isA(T->getPointeeCXXRecordDecl(), With == Kit::Qt ? "QObject" : "trackable");
  }

  const Scene &S;
  Kit With;
  const Rest &R;
  const VarDecl *Own;
  const VarDecl *AsContext = nullptr;
  Later Out;
};

/// The class whose `this` the code at hand can name.
const CXXRecordDecl *Maker::classAround() const {
  const auto *M = dyn_cast<CXXMethodDecl>(R.In);
  if (!M)
    return nullptr;
  if (!M->getParent()->isLambda())
    return M->isStatic() ? nullptr : M->getParent();
  for (const LambdaCapture &C : M->getParent()->captures())
    if (C.capturesThis()) { // of the method around
      const DeclContext *Around = M->getParent()->getDeclContext();
      while (Around && !(isa<CXXMethodDecl>(Around) && !cast<CXXMethodDecl>(Around)->getParent()->isLambda()))
        Around = Around->getParent();
      return Around ? cast<CXXMethodDecl>(Around)->getParent() : nullptr;
    }
  return nullptr;
}

bool Maker::context(const Needs &N, std::string &Why) {
  const CXXRecordDecl *This = classAround();
  bool Good = S.isA(This, With == Kit::Qt ? "QObject" : "trackable");
  if (N.This && !Good)
    return Why = With == Kit::Qt ? "the object whose method it is is no QObject, so nothing would tell that it is gone by then"
                                 : "the object whose method it is is no sigc::trackable, so nothing would tell that it is gone by then",
           false;
  if (Good) {
    Out.Context = "this";
  } else if (Own) {
    Out.Context = Own->getNameAsString();
  } else {
    for (const Mention &M : N.Variables)
      if (!AsContext && isObject(M.V->getType()) && M.Dereferenced && !M.Tested)
        AsContext = M.V;
    if (AsContext)
      Out.Context = AsContext->getNameAsString();
    else if (With == Kit::Qt)
      Out.Context = "QCoreApplication::instance()";
  }
  if (N.This)
    Out.Captures.push_back({"this", "this", false, true, true});
  return true;
}

/// It may be gone by then, or none at all.
bool Maker::object(const Mention &M, std::string &Why) {
  std::string Name = M.V->getNameAsString();
  if (M.V == AsContext) {
    Out.Captures.push_back({Name, Name, false, true, true});
    return true;
  }
  if (With == Kit::Sigc) {
    if (!M.Dereferenced || M.Tested)
      return Why = "'" + Name + "' may be no object at all, and nothing would tell that it is gone by then", false;
    Out.Captures.push_back({Name, Name, false, true, true});
    Out.Tracked.push_back("*" + Name);
    return true;
  }
  Out.Captures.push_back({Name, "QPointer<" + typeName(S, M.V->getType()->getPointeeType()) + ">(" + Name + ")", true});
  if (!is_contained(Out.Headers, "QPointer"))
    Out.Headers.push_back("QPointer");
  if (M.Tested)
    return true;
  if (M.Dereferenced) {
    Out.Guards.push_back("!" + Name);
    return true;
  }
  std::string None = "no" + std::string(1, toUppercase(Name.front())) + Name.substr(1);
  Out.Captures.push_back({None, "!" + Name});
  Out.Guards.push_back("!" + None + " && !" + Name);
  return true;
}

bool Maker::carry(const Mention &M, std::string &Why) {
  std::string Name = M.V->getNameAsString();
  QualType T = M.V->getType();
  if (M.V == Own) {
    Out.Captures.push_back({Name, Name, false, true, true});
    return true;
  }
  const auto *Around = dyn_cast<CXXMethodDecl>(R.In);
  if (Around && Around->getParent()->isLambda())
    for (const LambdaCapture &C : Around->getParent()->captures())
      if (C.capturesVariable() && C.getCapturedVar() == M.V && C.getCaptureKind() == LCK_ByRef)
        return Why = "'" + Name + "' is captured by reference", false;
  Sharers Others(S, M.V, R.At->getBeginLoc());
  Others.TraverseStmt(R.In->getBody());
  if (Others.Found)
    return Why = "'" + Name + "' can be changed by others until then: a lambda or a pointer refers to it", false;
  if (T->isReferenceType() && !T.getNonReferenceType().isConstQualified())
    return Why = "'" + Name + "' is a reference to what may be gone by then", false;
  T = T.getNonReferenceType();
  if (isObject(T))
    return object(M, Why);
  if (T->isPointerType() && !T->isFunctionPointerType())
    return Why = "'" + Name + "' is a pointer, and nothing says how long what it points to lives", false;
  if (T->isArrayType() || (!T->isFunctionPointerType() && !owns(S, T)))
    return Why = "'" + Name + "' refers to something that may be gone by then", false;
  Out.Captures.push_back({Name, Name, false, true, true});
  Out.Mutable |= M.Changed;
  return true;
}

std::optional<Later> Maker::make(ArrayRef<const Stmt *> Moved, std::string &Why) {
  Needs N = needsOf(S, Moved, R.Call);
  if (!N.Never.empty())
    return Why = N.Never, std::nullopt;
  if (!context(N, Why))
    return std::nullopt;
  for (const Mention &M : N.Variables)
    if (M.V != R.Given && !carry(M, Why))
      return std::nullopt;
  if (!S.language().CPlusPlus14 && any_of(Out.Captures, [](const Captured &C) { return !C.Plain; }))
    return Why = "needs C++14 (captures with initialisers)", std::nullopt;
  return std::move(Out);
}

} // namespace

std::optional<Later> laterOf(const Scene &S, Kit With, const Rest &R, ArrayRef<const Stmt *> Moved, const VarDecl *Own,
                             std::string &Why) {
  return Maker(S, With, R, Own).make(Moved, Why);
}

std::string lambda(const Scene &S, const Later &L, StringRef Parameters, StringRef Body, SourceLocation At) {
  std::string Out = captureList(L.Captures);
  if (!Parameters.empty() || L.Mutable)
    Out += ("(" + Parameters + ")").str();
  Out += L.Mutable ? " mutable {" : " {";
  StringRef End = S.lineEnd(At);
  std::string Indent = S.indentation(At).str(), Unit = S.indentUnit(At);
  bool Lines = Body.contains('\n');
  if (!L.Guards.empty()) {
    std::string Any;
    for (const std::string &G : L.Guards)
      Any += (Any.empty() ? "" : " || ") + (L.Guards.size() > 1 && StringRef(G).contains(' ') ? "(" + G + ")" : G);
    Out += Lines ? End.str() + Indent + Unit + "if (" + Any + ")" + End.str() + Indent + Unit + Unit + "return;" : " if (" + Any + ") return;";
  }
  Out += Body.rtrim();
  Out += Lines ? End.str() + Indent + "}" : " }";
  return Out;
}

} // namespace offmain::fix
