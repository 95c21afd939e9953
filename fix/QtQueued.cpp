// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See QtQueued.h.
//
//   void frame(const QImage *image);      the image is gone when the slot runs
//   void ask(QString &answer);            nobody waits for the answer
//   void read(Reading r);                 Qt 5 drops the call, with a warning, when it does not know how to copy a Reading
//
// A direct connection hands over anything; a queued one copies values, of types that Qt 5 has to be told of
// (https://doc.qt.io/qt-5/qmetatype.html#Q_DECLARE_METATYPE). A blocking one brings results back.
#include "fix/QtQueued.h"
#include "fix/Captures.h"
#include "fix/Mentions.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// Qt 6 knows every type that is complete.
bool asksForDeclarations(const Scene &S) {
  const auto *Private = dyn_cast_or_null<NamespaceDecl>(S.lookup("QtPrivate"));
  return !Private || !S.lookup("QMetaTypeInterface", Private);
}

/// Q_DECLARE_METATYPE specializes QMetaTypeId.
bool isDeclared(const Scene &S, QualType T) {
  const auto *Template = dyn_cast_or_null<ClassTemplateDecl>(S.lookup("QMetaTypeId"));
  return Template && any_of(Template->specializations(), [&](const ClassTemplateSpecializationDecl *Each) {
           const TemplateArgument &Of = Each->getTemplateArgs()[0];
           return Each->isExplicitSpecialization() && Of.getKind() == TemplateArgument::Type && S.context().hasSameUnqualifiedType(Of.getAsType(), T);
         });
}

/// The first type in it that Qt 5 would have to be told of.
std::optional<QualType> undeclared(const Scene &S, QualType T, unsigned Depth = 0) {
  const TagDecl *Tag = T->getAsTagDecl();
  if (!Tag || Depth > 4 || isDeclared(S, T))
    return std::nullopt;
  if (const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(Tag))
    for (const TemplateArgument &A : Instance->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type)
        if (auto Inner = undeclared(S, A.getAsType(), Depth + 1))
          return Inner;
  const auto *Around = dyn_cast<CXXRecordDecl>(Tag->getDeclContext());
  if (S.isOutside(Tag) || (isa<EnumDecl>(Tag) && S.isA(Around, "QObject"))) // Q_ENUM declares
    return std::nullopt;
  return T;
}

std::string whyNotCarried(const Scene &S, QualType T) {
  if (T->isLValueReferenceType() && !T->getPointeeType().isConstQualified())
    return "the signal has an argument that the slot may change, and nobody would wait for that";
  T = T.getNonReferenceType().getUnqualifiedType();
  if (T->isPointerType() && S.isA(T->getPointeeCXXRecordDecl(), "QObject"))
    return "";
  if (!owns(S, T))
    return "the signal has an argument ('" + typeName(S, T) + "') that refers to something which may be gone when the slot runs later";
  if (asksForDeclarations(S))
    if (auto Unknown = undeclared(S, T))
      return "Qt cannot queue '" + typeName(S, *Unknown) + "' before it is declared with Q_DECLARE_METATYPE";
  return "";
}

/// SIGNAL(frame(const QImage*)): what stands between the parentheses.
std::string whyNotCarried(const Scene &S, StringRef Signature) {
  SmallVector<StringRef> Types;
  Signature.split('(').second.rsplit(')').first.split(Types, ',');
  for (StringRef Type : Types) {
    Type = Type.trim();
    bool Const = Type.consume_front("const ");
    if (Type.ends_with("&") && !Const)
      return "the signal has an argument that the slot may change, and nobody would wait for that";
    StringRef Of = Type.rtrim("* ");
    if (Type.ends_with("*") && !S.isA(dyn_cast_or_null<CXXRecordDecl>(S.lookup(Of)), "QObject"))
      return ("the signal has an argument ('" + Type + "') that refers to something which may be gone when the slot runs later").str();
    const auto *Tag = dyn_cast_or_null<TagDecl>(S.lookup(Of.rtrim("& ")));
    if (Tag && !Type.ends_with("*"))
      if (std::string Why = whyNotCarried(S, S.context().getCanonicalTagType(Tag)); !Why.empty())
        return Why;
  }
  return "";
}

/// The signal that an argument of connect() names.
const CXXMethodDecl *signalOf(const Expr *X) {
  const CXXMethodDecl *Out = nullptr;
  anyIn(X, [&](const Stmt *Each) {
    const auto *R = dyn_cast<DeclRefExpr>(Each);
    const auto *M = R ? dyn_cast<CXXMethodDecl>(R->getDecl()) : nullptr;
    if (M && M->isInstance())
      Out = M;
    return Out != nullptr;
  });
  return Out;
}

} // namespace

std::string whyNotQueued(const Scene &S, const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F || !F->getDeclName().isIdentifier() || Call->getNumArgs() < 2)
    return "";
  if (F->getName() == "connect") {
    if (const CXXMethodDecl *Signal = signalOf(Call->getArg(1))) {
      for (const ParmVarDecl *P : Signal->parameters())
        if (std::string Why = whyNotCarried(S, P->getType()); !Why.empty())
          return Why;
      return "";
    }
    std::string Why;
    anyIn(Call->getArg(1), [&](const Stmt *X) {
      if (const auto *Text = dyn_cast<clang::StringLiteral>(X); Text && Text->isOrdinary())
        Why = whyNotCarried(S, Text->getString().split(char(0)).first); // the place in the source follows
      return !Why.empty();
    });
    return Why;
  }
  if (F->getName() != "invokeMethod")
    return "";
  for (unsigned I = 1; I != Call->getNumArgs(); ++I) {
    const Expr *A = Call->getArg(I);
    if (isa<CXXDefaultArgExpr>(A))
      continue;
    QualType T = A->IgnoreUnlessSpelledInSource()->getType();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    bool Result = R && R->getName().contains("Return") && R->getName().ends_with("Argument");
    if (Result || (T->isPointerType() && !T->getPointeeType()->isAnyCharacterType() && !T->isFunctionPointerType()))
      return "the call brings a result back, for which somebody has to wait";
    const auto *Argument = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
    if (Argument && Argument->getName() == "QArgument")
      if (std::string Why = whyNotCarried(S, Argument->getTemplateArgs()[0].getAsType()); !Why.empty())
        return Why;
  }
  return "";
}

} // namespace offmain::fix
