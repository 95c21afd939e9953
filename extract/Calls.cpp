// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls, constructions and destructions → sites.
//
// Not recorded, because no phase could use them: compiler builtins; trivial special members; copies and moves of outside
// classes and those the compiler makes (the value is looked through); comparison operators of outside classes (the
// value is Eq or Ne).
#include "extract/Walker.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "clang/Sema/Sema.h"

using namespace clang;
using namespace llvm;
using offmain::facts::SiteFlag;
using offmain::facts::ValueKind;

namespace offmain {

facts::SiteDef Walker::newSite(const Expr *X, SourceLocation At) {
  facts::SiteDef S;
  if (InDefaultArgument) { // stands where the call stands that leaves the argument out
    At = CallPlace;
    S.At = S.End = E.where().begin(B, At);
  } else {
    S.At = E.where().begin(B, At);
    S.End = E.where().end(B, X->getEndLoc());
  }
  S.Macro = E.where().macro(B, At);
  S.Function = Function;
  if (InTemplate)
    S.set(SiteFlag::InTemplate);
  return S;
}

template <class Range> void Walker::addArguments(facts::SiteDef &S, Range &&Arguments, SourceLocation At) {
  SourceLocation Outer = CallPlace;
  for (const Expr *A : Arguments) {
    if (!InDefaultArgument)
      CallPlace = At; // evaluating an argument may have moved it
    S.Args.push_back(value(A));
    storeTemporary(A);
  }
  CallPlace = Outer;
}

void Walker::emit(uint32_t Site) {
  if (Site && Emitted.insert(Site).second)
    Code.call(Block, Site - 1, B.siteDef(Site - 1).loc());
}

uint32_t Walker::siteOf(const Expr *X) {
  if (!InDefaultArgument)
    if (auto It = Sites.find(X); It != Sites.end())
      return It->second;
  uint32_t Site = 0;
  if (const auto *C = dyn_cast<CallExpr>(X))
    Site = callSite(C);
  else if (const auto *N = dyn_cast<CXXConstructExpr>(X))
    Site = constructorSite(N);
  else if (const auto *I = dyn_cast<CXXInheritedCtorInitExpr>(X))
    Site = inheritedSite(I);
  else if (const auto *D = dyn_cast<CXXDeleteExpr>(X))
    Site = deleteSite(D);
  // A default argument stands at many calls: each evaluates it anew, and the graph does not show it.
  if (InDefaultArgument)
    emit(Site);
  else
    Sites[X] = Site;
  return Site;
}

/// A lambda that a macro of an outside header writes and calls on the spot, to make a constant.
bool Walker::isForeign(const LambdaExpr *X) {
  SourceLocation At = X->getBeginLoc();
  return X->capture_size() == 0 && At.isMacroID() && E.where().outside(E.where().sources().getSpellingLoc(At));
}

bool Walker::isNoise(const CallExpr *X) {
  if (Skipped.contains(X))
    return true;
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(X); O && O->getOperator() == OO_Call)
    if (const auto *L = dyn_cast<LambdaExpr>(O->getArg(0)->IgnoreImplicit()->IgnoreParens()->IgnoreImplicit()))
      if (isForeign(L))
        return true;
  const FunctionDecl *F = X->getDirectCallee();
  if (!F)
    return isa<CXXPseudoDestructorExpr>(X->getCallee()->IgnoreParens()) || X->isTypeDependent();
  if (unsigned Id = F->getBuiltinID()) {
    std::string Name = Context.BuiltinInfo.getName(Id);
    for (StringRef Prefix : {"__builtin_", "__sync_", "__atomic_"})
      if (StringRef(Name).starts_with(Prefix))
        return true;
    if (F->isInStdNamespace()) // std::move and its like
      return true;
  }
  switch (F->getOverloadedOperator()) {
  case OO_EqualEqual:
  case OO_ExclaimEqual:
  case OO_Less:
  case OO_Greater:
  case OO_LessEqual:
  case OO_GreaterEqual:
  case OO_Spaceship:
    return E.outside(F);
  case OO_Equal: {
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    return M && (M->isTrivial() || (M->isDefaulted() && !E.outside(M)));
  }
  default:
    return false;
  }
}

void Walker::fillMemberCall(facts::SiteDef &S, const CXXMemberCallExpr *X) {
  const Expr *Object = X->getImplicitObjectArgument();
  const CXXMethodDecl *M = X->getMethodDecl();
  S.Receiver = value(Object);
  if (!M) { // (object.*pointer)()
    if (const auto *P = dyn_cast<BinaryOperator>(X->getCallee()->IgnoreParens()))
      S.Target = value(P->getRHS());
    return;
  }
  const auto *Named = dyn_cast<MemberExpr>(X->getCallee()->IgnoreParens());
  if (M->isVirtual() && Named && !Named->hasQualifier()) {
    if (const CXXMethodDecl *Known = M->getDevirtualizedMethod(Object, false))
      M = Known;
    else
      S.set(SiteFlag::Virtual);
  }
  S.Callee = E.function(M);
}

uint32_t Walker::callSite(const CallExpr *X) {
  if (isNoise(X))
    return 0;
  const FunctionDecl *F = X->getDirectCallee();
  facts::SiteDef S = newSite(X, placeOf(X));
  unsigned FirstArgument = 0;
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(X)) {
    fillMemberCall(S, M);
  } else if (F) {
    S.Callee = E.function(F);
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    if (isa<CXXOperatorCallExpr>(X)) {
      S.set(SiteFlag::Operator);
      if (Method && X->getNumArgs()) {
        FirstArgument = 1;
        if (Method->isInstance())
          S.Receiver = value(X->getArg(0));
        if (Method->isVirtual() && !Method->getDevirtualizedMethod(X->getArg(0), false))
          S.set(SiteFlag::Virtual);
      }
    }
    if (Method && Method->isStatic())
      S.set(SiteFlag::Static);
  } else {
    S.Target = value(X->getCallee());
  }
  addArguments(S, drop_begin(X->arguments(), FirstArgument), placeOf(X));
  if (Discarded.contains(X) && !X->getType()->isVoidType())
    S.set(SiteFlag::ResultUnused);
  return B.site(S) + 1;
}

// Values of outside classes that can be copied (strings, containers) are of no interest when they begin empty or die,
// but for those that own through a pointer. A class that does something when it dies and says nothing of copies is a guard
// whose author forgot to forbid them.
static bool isPlainValue(const CXXRecordDecl *Class, ASTContext &Context) {
  if (Class->isPolymorphic() || !Class->hasCopyConstructorWithConstParam())
    return false;
  const CXXDestructorDecl *Dies = Class->getDestructor();
  if (Dies && Dies->isUserProvided() && !Class->hasUserDeclaredCopyConstructor())
    return false;
  for (const CXXConstructorDecl *C : Class->ctors())
    if (C->isCopyConstructor() && (C->isDeleted() || C->getAccess() != AS_public))
      return false;
  return Class->lookup(Context.DeclarationNames.getCXXOperatorName(OO_Arrow)).empty();
}

// Copies are looked through, so only those with code of the project's own are calls worth keeping; and those on the heap:
// `new std::function<void()>(task)` is where the task goes on.
static bool isRecorded(const CXXConstructorDecl *C, bool Outside, bool Heap) {
  if (C->isTrivial() || C->getParent()->isLambda())
    return false;
  if (C->isCopyOrMoveConstructor())
    return Outside ? Heap : C->isUserProvided();
  return true;
}

uint32_t Walker::constructorSite(const CXXConstructExpr *X) {
  const CXXConstructorDecl *C = X->getConstructor();
  Place In = InPlace.lookup(X);
  if (!isRecorded(C, E.outside(C), In.Heap) || (InDefaultArgument && X->getNumArgs() == 0))
    return 0;
  if (C->isDefaultConstructor() && (In.Flags & static_cast<uint16_t>(SiteFlag::Implicit)) && E.outside(C) &&
      isPlainValue(C->getParent(), Context))
    return 0; // an empty string or container
  SourceLocation At = In.At.isValid() ? In.At : X->getLocation();
  facts::SiteDef S = newSite(X, At.isValid() ? At : X->getBeginLoc());
  S.Callee = E.function(C);
  S.set(SiteFlag::Constructor);
  S.Flags |= In.Flags;
  addArguments(S, X->arguments(), At.isValid() ? At : X->getBeginLoc());
  S.Receiver = In.Value;
  if (In.Heap)
    S.Receiver = B.value(ValueKind::New, B.nextSite() + 1, 0, E.recordOf(X->getType()));
  return B.site(S) + 1;
}

uint32_t Walker::inheritedSite(const CXXInheritedCtorInitExpr *X) {
  facts::SiteDef S = newSite(X, X->getLocation());
  S.Callee = E.function(X->getConstructor());
  S.set(SiteFlag::Constructor);
  S.set(SiteFlag::BaseInit);
  S.Receiver = B.value(ValueKind::This, 0, 0, E.recordOf(X->getType()));
  return B.site(S) + 1;
}

uint32_t Walker::deleteSite(const CXXDeleteExpr *X) {
  QualType T = X->getDestroyedType();
  const CXXRecordDecl *Class = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() || Class->hasTrivialDestructor())
    return 0;
  const CXXDestructorDecl *D = Class->getDestructor();
  if (!D)
    return 0;
  facts::SiteDef S = newSite(X, X->getBeginLoc());
  S.Callee = E.function(D);
  S.Receiver = value(X->getArgument());
  S.set(SiteFlag::Destructor);
  S.set(SiteFlag::Delete);
  if (D->isVirtual() && !Class->isEffectivelyFinal())
    S.set(SiteFlag::Virtual);
  return B.site(S) + 1;
}

uint32_t Walker::destructorSite(const CXXDestructorDecl *D, uint32_t Receiver, SourceLocation At) {
  if (!D || D->isTrivial() || (E.outside(D) && isPlainValue(D->getParent(), Context)))
    return 0;
  facts::SiteDef S;
  S.At = S.End = E.where().begin(B, At);
  S.Function = Function;
  S.Callee = E.function(D);
  S.Receiver = Receiver;
  S.set(SiteFlag::Destructor);
  S.set(SiteFlag::Implicit);
  if (InTemplate)
    S.set(SiteFlag::InTemplate);
  return B.site(S) + 1;
}

// The class an outside factory template makes: make_unique<T>(...), make_shared<T>(...), make_managed<T>(...).
static const CXXRecordDecl *madeClass(const FunctionDecl *F) {
  // Owner<T>::create(...): a static member that makes a T and gives back its owner.
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(F); M && M->isStatic() && M->getIdentifier() && M->getName() == "create")
    if (const auto *Owner = dyn_cast<ClassTemplateSpecializationDecl>(M->getParent());
        Owner && Owner->getTemplateArgs().size() && Owner->getTemplateArgs().get(0).getKind() == TemplateArgument::Type &&
        M->getReturnType()->getAsCXXRecordDecl() == Owner) {
      const CXXRecordDecl *Made = Owner->getTemplateArgs().get(0).getAsType()->getAsCXXRecordDecl();
      return Made && Made->hasDefinition() ? Made : nullptr;
    }
  const TemplateArgumentList *Arguments = F ? F->getTemplateSpecializationArgs() : nullptr;
  if (!Arguments || Arguments->size() == 0 || Arguments->get(0).getKind() != TemplateArgument::Type ||
      !F->getIdentifier() || !(F->getName().starts_with("make_") || F->getName() == "create"))
    return nullptr;
  QualType Made = Arguments->get(0).getAsType();
  const CXXRecordDecl *Class = Made->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return nullptr;
  QualType Result = F->getReturnType();
  if (Result->isPointerType())
    return F->getASTContext().hasSameUnqualifiedType(Result->getPointeeType(), Made) ? Class : nullptr;
  const auto *Owner = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Result->getAsCXXRecordDecl());
  if (!Owner || Owner->getTemplateArgs().size() == 0 ||
      Owner->getTemplateArgs().get(0).getKind() != TemplateArgument::Type)
    return nullptr;
  return Owner->getTemplateArgs().get(0).getAsType()->getAsCXXRecordDecl() == Class ? Class : nullptr;
}

// Overload resolution happened in a body that was skipped: the only constructor that takes so many arguments, or the
// first of them.
static const CXXConstructorDecl *likelyConstructor(const CXXRecordDecl *Class, unsigned Count, Sema &Meaning) {
  // No expression of the unit calls it: the compiler has not written it yet.
  if (Class->needsImplicitDefaultConstructor() && Count == 0)
    if (CXXConstructorDecl *C = Meaning.LookupDefaultConstructor(const_cast<CXXRecordDecl *>(Class)); C && !C->isDeleted())
      Meaning.MarkFunctionReferenced(Class->getLocation(), C);
  for (const CXXConstructorDecl *C : Class->ctors())
    if (!C->isDeleted() && !C->isCopyOrMoveConstructor() && C->getMinRequiredArguments() <= Count &&
        (Count <= C->getNumParams() || C->isVariadic()))
      return C;
  return nullptr;
}

/// Containers make their elements from arguments (`threads.emplace_back(run)`): the element's constructor is called too.
void Walker::emplaced(const CallExpr *X) {
  const auto *M = dyn_cast<CXXMemberCallExpr>(X);
  const CXXMethodDecl *F = M ? M->getMethodDecl() : nullptr;
  if (!F || !F->getIdentifier() || !F->getName().starts_with("emplace") || !E.outside(F))
    return;
  const auto *Owner = dyn_cast<ClassTemplateSpecializationDecl>(F->getParent());
  if (!Owner || Owner->getTemplateArgs().size() == 0 ||
      Owner->getTemplateArgs().get(0).getKind() != TemplateArgument::Type)
    return;
  const CXXRecordDecl *Class = Owner->getTemplateArgs().get(0).getAsType()->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() || X->getNumArgs() == 0)
    return;
  const CXXConstructorDecl *C = likelyConstructor(Class->getDefinition(), X->getNumArgs(), Meaning);
  if (!C || C->isCopyOrMoveConstructor())
    for (const Decl *D : Class->getDefinition()->decls())
      if (const auto *T = dyn_cast<FunctionTemplateDecl>(D))
        if (const auto *Templated = dyn_cast<CXXConstructorDecl>(T->getTemplatedDecl()))
          C = Templated;
  if (!C || C->isCopyOrMoveConstructor())
    return;
  facts::SiteDef S = newSite(X, placeOf(X));
  S.Callee = E.function(C);
  S.set(SiteFlag::Constructor);
  S.set(SiteFlag::Heap);
  for (const Expr *A : X->arguments())
    S.Args.push_back(value(A));
  S.Receiver = B.value(ValueKind::New, B.nextSite() + 1, 0, E.record(Class));
  emit(B.site(S) + 1);
}

/// The New of what a factory makes, with its constructor's site; 0 when X is no factory.
uint32_t Walker::madeBy(const CallExpr *X) {
  const FunctionDecl *F = X->getDirectCallee();
  const CXXRecordDecl *Class = madeClass(F);
  if (!Class || !E.outside(F))
    return 0;
  uint32_t &Known = Sites[X];
  uint32_t Record = E.record(Class);
  if (Known)
    return B.value(ValueKind::New, Known, 0, Record);
  const CXXConstructorDecl *C = likelyConstructor(Class->getDefinition(), X->getNumArgs(), Meaning);
  if (!C)
    return 0;
  facts::SiteDef S = newSite(X, placeOf(X));
  S.Callee = E.function(C);
  S.set(SiteFlag::Constructor);
  S.set(SiteFlag::Heap);
  for (const Expr *A : X->arguments())
    S.Args.push_back(value(A));
  S.Receiver = B.value(ValueKind::New, B.nextSite() + 1, 0, Record);
  uint32_t Made = S.Receiver;
  Sites[X] = B.site(S) + 1;
  return Made;
}

} // namespace offmain
