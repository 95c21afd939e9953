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
  Calls |= V && !V->hasLocalStorage() && !V->getType().isConstQualified();
  return true;
}

bool owns(const Scene &S, QualType T, unsigned Depth) {
  T = T.getCanonicalType().getUnqualifiedType();
  if (T->isArithmeticType() || T->isEnumeralType() || T->isNullPtrType())
    return true;
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || Depth > 4)
    return false;
  StringRef Name = R->getName();
  if (Name.ends_with("View") || Name.ends_with("_view") || Name.ends_with("Ref") || Name.ends_with("Builder") || Name == "span" ||
      Name == "initializer_list" || Name == "function" || Name == "QModelIndex")
    return false;
  if (const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(R))
    for (const TemplateArgument &A : Instance->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type && A.getAsType()->isPointerType())
        return false;
  if (Name.starts_with("Q") || R->isInStdNamespace() || Name == "basic_string")
    return !S.isA(R, "QObject");
  return all_of(R->fields(), [&](const FieldDecl *F) { return owns(S, F->getType(), Depth + 1); }) &&
         all_of(R->bases(), [&](const CXXBaseSpecifier &B) { return owns(S, B.getType(), Depth + 1); });
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
