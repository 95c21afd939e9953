// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filling the definitions of records, and the methods of the project's classes that can be reached without a call by
// name: virtual ones and those with an annotation.
#include "extract/Entities.h"
#include "extract/HeaderWatch.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace llvm;
using offmain::facts::RecordFlag;

namespace offmain {

uint32_t Entities::recordOf(QualType T) {
  while (!T.isNull()) {
    if (T->isReferenceType() || T->isAnyPointerType())
      T = T->getPointeeType();
    else if (const auto *Array = T->getAsArrayTypeUnsafe())
      T = Array->getElementType();
    else
      break;
  }
  if (T.isNull())
    return 0;
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R)
    if (const auto *Instance = T->getAs<TemplateSpecializationType>()) // dependent: stands for its template
      if (const TemplateDecl *Template = Instance->getTemplateName().getAsTemplateDecl())
        R = dyn_cast_or_null<RecordDecl>(Template->getTemplatedDecl());
  return R ? record(R) : 0;
}

// The template an instance or a partial specialization belongs to; null for a class that is no template's.
static const CXXRecordDecl *primaryOf(const RecordDecl *R) {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R);
  return Spec && Spec->getTemplateSpecializationKind() != TSK_ExplicitSpecialization
             ? Spec->getSpecializedTemplate()->getTemplatedDecl()
         : isa<ClassTemplatePartialSpecializationDecl>(R)
             ? cast<ClassTemplatePartialSpecializationDecl>(R)->getSpecializedTemplate()->getTemplatedDecl()
             : nullptr;
}

uint32_t Entities::record(const RecordDecl *R) {
  if (!R)
    return 0;
  const Decl *Canonical = R->getCanonicalDecl();
  if (auto It = Records.find(Canonical); It != Records.end())
    return It->second;
  if (Watch && !Watch->known(R)) // completed by a header that the unit has not read
    for (const auto *Other : R->redecls())
      if (Watch->known(Other) &&
          (!Watch->known(R) || Where.sources().isBeforeInTranslationUnit(Other->getLocation(), R->getLocation())))
        R = cast<RecordDecl>(Other);
  bool Outside = outside(R);
  const RecordDecl *Definition = definitionOf(R);
  const RecordDecl *Said = Definition ? Definition : R;
  if (Outside && Definition)
    Outside = outside(Definition);
  const Decl *Identity = Said;
  if (Outside)
    if (const CXXRecordDecl *Primary = primaryOf(R)) {
      Identity = Primary;
      const auto *Class = cast<CXXRecordDecl>(R);
      const CXXRecordDecl *Pattern = Class->getTemplateInstantiationPattern();
      Said = Pattern && definitionOf(Pattern) ? definitionOf(Pattern) : Primary;
    }
  bool IsNew = false;
  uint32_t Id = B.record(usr(Identity), IsNew);
  Records[Canonical] = Id;
  facts::RecordDef &Def = B.recordDef(Id);
  // A template that is only declared may have a partial specialization that says more.
  bool Poorer = !(Def.Flags & static_cast<uint32_t>(RecordFlag::Complete)) && Said->isCompleteDefinition() && definitionOf(Said);
  if (IsNew || Poorer) {
    Def = facts::RecordDef();
    Def.Usr = usr(Identity);
    defineRecord(Id, Said, Outside);
  }
  return Id;
}

void Entities::defineRecord(uint32_t Id, const RecordDecl *R, bool Outside) {
  facts::RecordDef &Def = B.recordDef(Id);
  Def.Name = B.string(qualifiedName(R));
  if (Outside)
    Def.set(RecordFlag::Outside);
  else
    Def.At = Where.begin(B, R->getLocation());
  if (R->isUnion())
    Def.set(RecordFlag::Union);
  bool Complete = R->isCompleteDefinition() && definitionOf(R);
  if (Complete)
    Def.set(RecordFlag::Complete);
  if (R->getParentFunctionOrMethod())
    Def.set(RecordFlag::Local);
  annotate(Def.Annotations, R->getMostRecentDecl());
  const auto *Class = dyn_cast<CXXRecordDecl>(R);
  if (Class && Class->isLambda())
    Def.set(RecordFlag::LambdaClosure);
  if (!Complete)
    return;
  bool PlainC = !Class || (Class->getNumBases() == 0 && !Class->isDependentContext() && Class->isCLike());
  if (PlainC) {
    Def.set(RecordFlag::CStruct);
    if (!R->isUnion() && !R->field_empty())
      if (QualType First = R->field_begin()->getType(); First->isRecordType())
        Def.FirstMember = recordOf(First);
  }
  if (!Class)
    return;
  if (!Class->isDependentContext()) {
    if (Class->isPolymorphic())
      Def.set(RecordFlag::Polymorphic);
    if (Class->isAbstract())
      Def.set(RecordFlag::Abstract);
  }
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (uint32_t BaseId = recordOf(Base.getType()); BaseId && BaseId != Id)
      Def.Bases.push_back(BaseId);
  if (!Outside)
    declareMethods(Class);
}

// The marks of access specifiers apply to the methods below them, up to the next specifier.
StringRef Entities::accessMark(const CXXMethodDecl *M) {
  const CXXRecordDecl *Class = M->getParent();
  if (const CXXRecordDecl *Pattern = Class->getTemplateInstantiationPattern())
    Class = Pattern;
  if (!AccessMarksRead[Class]) {
    AccessMarksRead[Class] = true;
    StringRef Mark;
    for (const Decl *D : Class->decls()) {
      if (const auto *Access = dyn_cast<AccessSpecDecl>(D)) {
        const auto *Note = Access->getAttr<AnnotateAttr>();
        Mark = Note ? Note->getAnnotation() : StringRef();
      } else if (!Mark.empty()) {
        if (const auto *T = dyn_cast<FunctionTemplateDecl>(D))
          D = T->getTemplatedDecl();
        if (isa<CXXMethodDecl>(D))
          AccessMarks[D->getCanonicalDecl()] = Mark;
      }
    }
  }
  if (AccessMarks.empty())
    return {};
  const FunctionDecl *Declared = M;
  if (const FunctionDecl *Pattern = M->getTemplateInstantiationPattern(false))
    Declared = Pattern;
  return AccessMarks.lookup(Declared->getCanonicalDecl());
}

void Entities::declareMethods(const CXXRecordDecl *Class) {
  if (Class->isDependentContext() || Class->isInvalidDecl() || Class->isLambda())
    return;
  for (const CXXMethodDecl *M : Class->methods())
    if (M->isVirtual() || M->hasAttr<AnnotateAttr>() || !accessMark(M).empty())
      function(M);
}

} // namespace offmain
