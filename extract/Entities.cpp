// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filling the definitions of functions and variables. See Records.cpp for records, Names.cpp for names and identity.
#include "extract/Entities.h"
#include "extract/HeaderWatch.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Sema.h"

using namespace clang;
using namespace llvm;
using offmain::facts::FunctionFlag;
using offmain::facts::ParamFlag;
using offmain::facts::VariableFlag;

namespace offmain {

static PrintingPolicy policyFor(const ASTContext &Context) {
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.SuppressInlineNamespace = llvm::to_underlying(PrintingPolicy::SuppressInlineNamespaceMode::All);
  Policy.SuppressUnwrittenScope = true;
  Policy.AnonymousTagLocations = false;
  Policy.Bool = true;
  Policy.TerseOutput = true;
  return Policy;
}

Entities::Entities(Sema &Meaning, facts::UnitBuilder &B, Places &Where, HeaderWatch *Watch)
    : Meaning(Meaning), Context(Meaning.getASTContext()), B(B), Where(Where), Watch(Watch), Policy(policyFor(Context)) {}

bool Entities::outside(const Decl *D) {
  SourceLocation At = D->getLocation();
  if (At.isInvalid())
    if (const auto *Parent = dyn_cast<Decl>(D->getDeclContext()))
      At = Parent->getLocation();
  return Where.outside(At);
}

const RecordDecl *Entities::definitionOf(const RecordDecl *R) {
  const RecordDecl *Definition = R->getDefinition();
  return Definition && Watch && !Watch->known(Definition) ? nullptr : Definition;
}

// An instance of an outside template stands for the template.
static const FunctionDecl *foldedFunction(const FunctionDecl *F) {
  const FunctionDecl *Pattern = F->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  return Pattern ? Pattern : F;
}

uint32_t Entities::function(const FunctionDecl *F) {
  if (!F)
    return 0;
  const FunctionDecl *Canonical = F->getCanonicalDecl();
  if (auto It = Functions.find(Canonical); It != Functions.end())
    return It->second;
  const FunctionDecl *Definition = nullptr;
  bool Defined = F->isDefined(Definition) && Definition;
  bool Outside = outside(Defined ? Definition : Canonical);
  const FunctionDecl *Said = Defined ? Definition : F->getMostRecentDecl();
  if (Outside)
    Said = foldedFunction(Canonical);
  bool IsNew = false;
  uint32_t Id = B.function(usr(Said), IsNew);
  Functions[Canonical] = Id;
  if (!IsNew)
    return Id;
  define(Id, Said, Outside);
  if (Defined && !Outside && !Definition->isDependentContext() && !Definition->isInvalidDecl())
    Pending.push_back({Id, Definition});
  return Id;
}

static void setFlags(facts::FunctionDef &Def, const FunctionDecl *F) {
  if (const auto *M = dyn_cast<CXXMethodDecl>(F)) {
    Def.set(FunctionFlag::Method);
    if (M->isVirtual())
      Def.set(FunctionFlag::Virtual);
    if (M->isStatic())
      Def.set(FunctionFlag::Static);
    if (M->isConst())
      Def.set(FunctionFlag::Const);
    if (M->getParent()->isLambda() && M->getOverloadedOperator() == OO_Call)
      Def.set(FunctionFlag::Lambda);
  }
  if (F->getOverloadedOperator() == OO_Call)
    Def.set(FunctionFlag::CallOperator);
  if (isa<CXXConstructorDecl>(F))
    Def.set(FunctionFlag::Constructor);
  if (isa<CXXDestructorDecl>(F))
    Def.set(FunctionFlag::Destructor);
  if (!F->isExternallyVisible())
    Def.set(FunctionFlag::Internal);
  if (F->isNoReturn() || F->hasAttr<AnalyzerNoReturnAttr>())
    Def.set(FunctionFlag::NoReturn);
  if (F->isVariadic())
    Def.set(FunctionFlag::Variadic);
  if (F->isTemplateInstantiation())
    Def.set(FunctionFlag::TemplateInstance);
  if (F->isPureVirtual())
    Def.set(FunctionFlag::Pure);
  if (F->isImplicit())
    Def.set(FunctionFlag::Implicit);
  if (F->isInlined())
    Def.set(FunctionFlag::Inline);
  if (F->isDeleted())
    Def.set(FunctionFlag::Deleted);
}

void Entities::define(uint32_t Id, const FunctionDecl *F, bool Outside) {
  {
    facts::FunctionDef &Def = B.functionDef(Id);
    Def.Usr = usr(F);
    Def.Name = B.string(qualifiedName(F));
    setFlags(Def, F);
    if (Outside)
      Def.set(FunctionFlag::Outside);
    else
      Def.At = Where.begin(B, F->getLocation());
    if (!Outside && F->doesThisDeclarationHaveABody())
      Def.End = Where.end(B, F->getEndLoc());
  }
  facts::FunctionDef &Def = B.functionDef(Id); // references stay good while others are added
  if (const auto *M = dyn_cast<CXXMethodDecl>(F)) {
    Def.Record = record(M->getParent());
    addOverrides(Id, M);
    if (StringRef Mark = accessMark(M); !Mark.empty())
      Def.Annotations.push_back(B.string(Mark));
  }
  annotate(Def.Annotations, F->getMostRecentDecl());
  defineParams(Def, F->parameters(), F->isVariadic(), Outside);
  QualType Result = F->getReturnType();
  if (!isa<CXXConstructorDecl, CXXDestructorDecl>(F)) {
    Def.Result = recordOf(Result);
    Def.ResultType = typeText(Result);
  } else if (const auto *C = dyn_cast<CXXConstructorDecl>(F);
             C && isa<ClassTemplateSpecializationDecl>(C->getParent()) && C->getParent()->getNumBases() == 0) {
    // What is made, with its template arguments: std::chrono::duration<long, std::ratio<1, 1000>>.
    Def.ResultType = typeText(Context.getCanonicalTagType(C->getParent()));
  }
  for (const DeclContext *C = F->getDeclContext(); C; C = C->getParent())
    if (const auto *Enclosing = dyn_cast<FunctionDecl>(C)) {
      if (!isa<CXXMethodDecl>(F) || !cast<CXXMethodDecl>(F)->getParent()->isLambda() || !Def.Parent)
        Def.Parent = Enclosing->isDependentContext() ? 0 : function(Enclosing);
      break;
    }
  if (isa<CXXMethodDecl>(F) && cast<CXXMethodDecl>(F)->getParent()->isLambda())
    Def.Name = lambdaName(Def.Parent);
}

/// Also the signature, from the same texts.
void Entities::defineParams(facts::FunctionDef &Def, ArrayRef<ParmVarDecl *> Params, bool Variadic, bool Outside) {
  std::string Signature = "(";
  for (const ParmVarDecl *P : Params) {
    QualType T = P->getType();
    uint32_t Name = Outside ? 0 : B.string(P->getName()), Record = recordOf(T), Type = typeText(T);
    facts::fb::Param Param(Name, Record, Type, paramFlags(P));
    if (Signature.size() > 1)
      Signature += ", ";
    Signature += B.text(Param.type());
    Def.Params.push_back(Param);
  }
  if (Variadic)
    Signature += Signature.size() > 1 ? ", ..." : "...";
  Signature += Def.Flags & static_cast<uint32_t>(FunctionFlag::Const) ? ") const" : ")";
  Def.Signature = B.string(Signature);
}

// Nothing here needed the instance to be complete (a std::function passed on by reference): ask its template.
bool Entities::isCallableTemplate(const CXXRecordDecl *R, DeclarationName Call) {
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!Instance)
    return false;
  SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
  Instance->getSpecializedTemplate()->getPartialSpecializations(Partial);
  const CXXRecordDecl *Primary = Instance->getSpecializedTemplate()->getTemplatedDecl();
  auto HasCall = [&](const CXXRecordDecl *X) {
    const CXXRecordDecl *Definition = definitionOf(X);
    return Definition && !Definition->lookup(Call).empty();
  };
  return HasCall(Primary) || any_of(Partial, HasCall);
}

bool Entities::isCallable(QualType T) {
  T = T.getNonReferenceType();
  if (T->isFunctionType() || T->isFunctionPointerType() || T->isBlockPointerType() || T->isMemberFunctionPointerType())
    return true;
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  DeclarationName Call = Context.DeclarationNames.getCXXOperatorName(OO_Call);
  if (R && !definitionOf(R))
    return isCallableTemplate(R, Call);
  for (unsigned Depth = 0; R && Depth < 4; ++Depth) {
    if (!R->lookup(Call).empty())
      return true;
    R = definitionOf(R);
    R = R && R->getNumBases() ? R->bases_begin()->getType()->getAsCXXRecordDecl() : nullptr;
    if (R && !definitionOf(R))
      return false;
  }
  return false;
}

uint32_t Entities::paramFlags(const ParmVarDecl *P) {
  uint32_t Flags = 0;
  QualType T = P->getType();
  if (isCallable(T))
    Flags |= static_cast<uint32_t>(ParamFlag::Callable);
  if (T->isAnyPointerType())
    Flags |= static_cast<uint32_t>(ParamFlag::Pointer);
  if (T->isReferenceType())
    Flags |= static_cast<uint32_t>(ParamFlag::Reference);
  if (P->hasDefaultArg())
    Flags |= static_cast<uint32_t>(ParamFlag::HasDefault);
  return Flags;
}

void Entities::addOverrides(uint32_t Id, const CXXMethodDecl *M) {
  // Parents have their own transitive lists, so one level is enough here.
  std::vector<uint32_t> All;
  auto Add = [&All](uint32_t Other) {
    if (Other && !is_contained(All, Other))
      All.push_back(Other);
  };
  for (const CXXMethodDecl *Overridden : M->overridden_methods()) {
    uint32_t Base = function(Overridden);
    if (!Base || Base == Id)
      continue;
    Add(Base);
    for (uint32_t Further : B.functionDef(Base).Overrides)
      if (Further != Id)
        Add(Further);
  }
  B.functionDef(Id).Overrides = std::move(All);
}

void Entities::annotate(std::vector<uint32_t> &Out, const Decl *D) {
  auto Add = [&](StringRef Text) {
    uint32_t Id = B.string(Text);
    if (!is_contained(Out, Id))
      Out.push_back(Id);
  };
  auto Printed = [&](StringRef Name, auto Arguments) {
    std::string Text = Name.str() + "(";
    ListSeparator Comma(", ");
    for (const Expr *E : Arguments) {
      raw_string_ostream OS(Text);
      OS << StringRef(Comma);
      E->printPretty(OS, nullptr, Policy);
    }
    return Text + ")";
  };
  if (!D->hasAttrs())
    return;
  for (const Attr *A : D->attrs()) {
    if (const auto *Note = dyn_cast<AnnotateAttr>(A))
      Add(Note->args_size() ? Printed(Note->getAnnotation(), Note->args()) : Note->getAnnotation().str());
    else if (const auto *Requires = dyn_cast<RequiresCapabilityAttr>(A))
      Add(Printed("requires_capability", Requires->args()));
    else if (const auto *Asserts = dyn_cast<AssertCapabilityAttr>(A))
      Add(Printed("assert_capability", Asserts->args()));
    else if (const auto *Acquires = dyn_cast<AcquireCapabilityAttr>(A))
      Add(Printed("acquire_capability", Acquires->args()));
    else if (const auto *Releases = dyn_cast<ReleaseCapabilityAttr>(A))
      Add(Printed("release_capability", Releases->args()));
    else if (const auto *Excludes = dyn_cast<LocksExcludedAttr>(A))
      Add(Printed("locks_excluded", Excludes->args()));
    else if (const auto *Guarded = dyn_cast<GuardedByAttr>(A))
      Add(Printed("guarded_by", ArrayRef<Expr *>(Guarded->getArg())));
  }
}

static void setFlags(facts::VariableDef &Def, const ValueDecl *V) {
  QualType T = V->getType();
  if (isa<FieldDecl>(V))
    Def.set(VariableFlag::FieldOf);
  if (const auto *Var = dyn_cast<VarDecl>(V)) {
    if (!Var->isExternallyVisible())
      Def.set(VariableFlag::Internal);
    if (Var->getTLSKind() != VarDecl::TLS_None)
      Def.set(VariableFlag::ThreadLocal);
    if (Var->isStaticLocal() || Var->isStaticDataMember() || Var->getStorageClass() == SC_Static)
      Def.set(VariableFlag::Static);
  }
  if (T->isArrayType())
    Def.set(VariableFlag::Array);
  if (T.getNonReferenceType().isConstQualified())
    Def.set(VariableFlag::Const);
  if (T->isFunctionPointerType() || T->isBlockPointerType())
    Def.set(VariableFlag::FunctionPointer);
  if (T->isAnyPointerType())
    Def.set(VariableFlag::Pointer);
  else if (T->isRecordType())
    Def.set(VariableFlag::ByValue);
}

// A member of an unnamed struct or union belongs to the named one around it.
static const RecordDecl *ownerOf(const FieldDecl *F) {
  const RecordDecl *R = F->getParent();
  while (R->isAnonymousStructOrUnion() && isa<RecordDecl>(R->getDeclContext()))
    R = cast<RecordDecl>(R->getDeclContext());
  return R;
}

uint32_t Entities::variable(const ValueDecl *V) {
  if (!V)
    return 0;
  const Decl *Canonical = V->getCanonicalDecl();
  if (auto It = Variables.find(Canonical); It != Variables.end())
    return It->second;
  // A field of an instance is the template's field, when the template is outside.
  const ValueDecl *Said = V;
  bool Outside = outside(V);
  const auto *Field = dyn_cast<FieldDecl>(V);
  const RecordDecl *Owner = Field ? ownerOf(Field) : dyn_cast<RecordDecl>(V->getDeclContext());
  bool IsNew = false;
  uint64_t Usr = usr(Said);
  if (Field && Outside)
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent()))
      if (const CXXRecordDecl *Pattern = Class->getTemplateInstantiationPattern()) {
        unsigned Index = Field->getFieldIndex();
        for (const FieldDecl *Other : Pattern->fields())
          if (Other->getFieldIndex() == Index)
            Usr = usr(Other);
      }
  uint32_t Id = B.variable(Usr, IsNew);
  Variables[Canonical] = Id;
  if (!IsNew)
    return Id;
  facts::VariableDef &Def = B.variableDef(Id);
  Def.Usr = Usr;
  Def.Name = B.string(Owner ? prefix(Owner).str() + ownName(V) : qualifiedName(V));
  Def.Record = Owner ? record(Owner) : 0;
  Def.Type = typeText(V->getType());
  Def.TypeRecord = recordOf(V->getType());
  setFlags(Def, V);
  if (Outside)
    Def.set(VariableFlag::Outside);
  else
    Def.At = Where.begin(B, V->getLocation());
  return Id;
}

uint32_t Entities::closure(const Decl *Invoke, uint32_t Parent, std::vector<facts::fb::Capture> Captures) {
  uint32_t Id = 0;
  if (const auto *F = dyn_cast<FunctionDecl>(Invoke)) {
    Id = function(F);
    B.functionDef(Id).set(FunctionFlag::Lambda);
    // Only an uninstantiated generic lambda is dependent: better its pattern than nothing.
    if (F->isDependentContext())
      Pending.push_back({Id, F});
  } else {
    const auto *Block = cast<BlockDecl>(Invoke);
    bool IsNew = false;
    Id = B.function(usr(Block), IsNew);
    facts::FunctionDef &Def = B.functionDef(Id);
    Def.Usr = usr(Block);
    Def.set(FunctionFlag::Block);
    Def.set(FunctionFlag::Internal);
    Def.At = Where.begin(B, Block->getCaretLocation());
    Def.End = Where.end(B, Block->getEndLoc());
    if (IsNew)
      defineParams(Def, Block->parameters(), Block->isVariadic(), false);
    Pending.push_back({Id, Block});
  }
  facts::FunctionDef &Def = B.functionDef(Id);
  if (Parent != Id)
    Def.Parent = Parent;
  Def.Name = lambdaName(Parent);
  Def.Captures = std::move(Captures);
  return Id;
}

uint32_t Entities::initializer(StringRef MainFile) {
  bool IsNew = false;
  uint64_t Usr = xxh3_64bits(("initializers of " + MainFile).str());
  uint32_t Id = B.function(Usr, IsNew);
  if (IsNew) {
    facts::FunctionDef &Def = B.functionDef(Id);
    Def.Usr = Usr;
    Def.Name = B.string("(static initializers)");
    Def.Signature = B.string("()");
    Def.At = Where.begin(B, Where.sources().getLocForStartOfFile(Where.sources().getMainFileID()));
    Def.set(FunctionFlag::Initializer);
    Def.set(FunctionFlag::Internal);
  }
  return Id;
}

bool Entities::takePending(PendingBody &Out) {
  if (Pending.empty())
    return false;
  Out = Pending.front();
  Pending.pop_front();
  return true;
}

} // namespace offmain
