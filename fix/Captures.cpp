// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Captures.h.
#include "fix/Captures.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

std::string captureList(ArrayRef<Captured> Captures) {
  std::string Out;
  for (const Captured &C : Captures)
    Out += (Out.empty() ? "" : ", ") + (C.Plain ? C.Name : C.Name + " = " + C.Init);
  return "[" + Out + "]";
}

bool Readers::VisitDeclRefExpr(DeclRefExpr *X) {
  const auto *V = dyn_cast<VarDecl>(X->getDecl());
  if (X->getDecl()->getDeclName().isIdentifier())
    Names.insert(X->getDecl()->getName());
  Locals |= (V && V->hasLocalStorage()) || isa<BindingDecl>(X->getDecl());
  bool Constant = V && V->getType().isConstQualified() && !V->getType().isVolatileQualified() && V->getTLSKind() == VarDecl::TLS_None;
  return readsThrough(V && !V->hasLocalStorage() && !Constant);
}

bool Readers::VisitCallExpr(CallExpr *X) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(X);
  Changes |= !Operator || Operator->getOperator() != OO_Arrow; // of a pointer that is a class
  return Calls = true;
}

bool owns(const Scene &S, QualType T, unsigned Depth) {
  T = T.getCanonicalType().getUnqualifiedType();
  if (T->isArithmeticType() || T->isEnumeralType() || T->isNullPtrType())
    return true;
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || Depth > 4)
    return false;
  StringRef Name = R->getName();
  if (Name.ends_with("View") || Name.ends_with("_view") || Name.ends_with("Ref") || Name.ends_with("Builder") ||
      is_contained({"span", "initializer_list", "function", "reference_wrapper", "QModelIndex", "QLatin1String", "QTextBlock", "QTextCursor"}, Name))
    return false;
  if (const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(R); Instance && !Name.contains_insensitive("pointer") && Name != "shared_ptr")
    for (const TemplateArgument &A : Instance->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type && !(A.getAsType()->isVoidType() || owns(S, A.getAsType(), Depth + 1)))
        return false;
  if (Name.starts_with("Q") || R->isInStdNamespace() || Name == "basic_string")
    return !S.isA(R, "QObject");
  return all_of(R->fields(), [&](const FieldDecl *F) { return owns(S, F->getType(), Depth + 1); }) &&
         all_of(R->bases(), [&](const CXXBaseSpecifier &B) { return owns(S, B.getType(), Depth + 1); });
}

bool borrows(const Expr *X) {
  X = X->IgnoreUnlessSpelledInSource();
  if (const auto *R = dyn_cast<DeclRefExpr>(X))
    if (const auto *V = dyn_cast<VarDecl>(R->getDecl()); V && V->getInit())
      X = V->getInit()->IgnoreUnlessSpelledInSource();
  if (const auto *Call = dyn_cast<CallExpr>(X)) {
    const FunctionDecl *F = Call->getDirectCallee();
    return F && F->getDeclName().isIdentifier() && F->getName() == "fromRawData";
  }
  // An image of bytes that are the caller's (https://doc.qt.io/qt-6/qimage.html#QImage-3).
  const auto *Made = dyn_cast<CXXConstructExpr>(X);
  return Made && Made->getNumArgs() && Made->getConstructor()->getParent()->getName() == "QImage" &&
         Made->getArg(0)->IgnoreImpCasts()->getType()->getPointeeOrArrayElementType()->isCharType();
}

bool isLocal(const Expr *X) {
  const auto *R = dyn_cast<DeclRefExpr>(X);
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  return V && V->hasLocalStorage() && !V->isInitCapture();
}

std::string typeName(const Scene &S, QualType T) {
  PrintingPolicy Policy(S.language());
  Policy.SuppressTagKeyword = true;
  return T.getUnqualifiedType().getAsString(Policy);
}

} // namespace offmain::fix
