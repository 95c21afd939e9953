// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What entities are called, and the hash that says two units mean the same one.
//
//   external linkage   xxh3(clang's USR)                                         same in every unit
//   internal, local    xxh3(USR, path, offset, hash of the enclosing function)   same in every unit that reads the file
//   field              hash of its record, position among the fields             no USR text is made
//
// A C tag `_Foo` with a typedef `Foo` is called "Foo": that is the name its library's documentation uses.
#include "extract/Entities.h"
#include "extract/HeaderWatch.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;

namespace offmain {

static uint64_t mix(uint64_t A, uint64_t B) {
  uint64_t Both[2] = {A, B};
  return xxh3_64bits(ArrayRef(reinterpret_cast<const uint8_t *>(Both), sizeof(Both)));
}

static bool isClosure(const Decl *D) {
  if (const auto *M = dyn_cast<CXXMethodDecl>(D))
    return M->getParent()->isLambda();
  if (const auto *R = dyn_cast<CXXRecordDecl>(D))
    return R->isLambda();
  return isa<BlockDecl>(D);
}

static const FunctionDecl *enclosingFunction(const Decl *D) {
  for (const DeclContext *C = D->getDeclContext(); C && !C->isTranslationUnit(); C = C->getParent())
    if (const auto *F = dyn_cast<FunctionDecl>(C))
      return F;
  return nullptr;
}

uint64_t Entities::usr(const Decl *D) {
  D = D->getCanonicalDecl();
  if (auto It = Usrs.find(D); It != Usrs.end())
    return It->second;
  uint64_t Hash = 0;
  if (const auto *F = dyn_cast<FieldDecl>(D)) {
    Hash = mix(usr(F->getParent()), F->getFieldIndex() + 1);
  } else {
    SmallString<128> Text;
    bool Closure = isClosure(D);
    if (!Closure)
      index::generateUSRForDecl(D, Text);
    const FunctionDecl *Enclosing = enclosingFunction(D);
    const auto *Named = dyn_cast<NamedDecl>(D);
    bool External = !Closure && !Enclosing && Named && Named->isExternallyVisible() && !Text.empty();
    if (!External) {
      const SourceManager &Sources = Where.sources();
      SourceLocation At = D->getLocation();
      auto [File, Offset] = Sources.getDecomposedExpansionLoc(At);
      // Which word of a macro; a word that was pasted together stands wherever the preprocessor had room.
      SourceLocation Spelled = Sources.getSpellingLoc(At);
      unsigned Word = Sources.isWrittenInScratchSpace(Spelled) ? 0 : Sources.getFileOffset(Spelled);
      raw_svector_ostream OS(Text);
      OS << '\0' << Where.path(File) << '\0' << Offset << '\0' << Word << '\0'
         << static_cast<unsigned>(D->getKind());
      // The call operator and its closure stand at one place.
    }
    Hash = xxh3_64bits(Text);
    if (Enclosing)
      Hash = mix(Hash, usr(Enclosing));
    if (const auto *F = dyn_cast<FunctionDecl>(D); F && Closure)
      if (const TemplateArgumentList *Arguments = F->getTemplateSpecializationArgs())
        for (const TemplateArgument &A : Arguments->asArray()) {
          std::string Printed;
          raw_string_ostream OS(Printed);
          A.print(Policy, OS, true);
          Hash = mix(Hash, xxh3_64bits(Printed));
        }
  }
  return Usrs[D] = Hash;
}

const TypedefNameDecl *Entities::typedefOfTag(const TagDecl *T) {
  if (const TypedefNameDecl *Anonymous = T->getTypedefNameForAnonDecl())
    return Anonymous;
  StringRef Tag = T->getName();
  StringRef Bare = Tag.ltrim('_');
  if (Bare.size() == Tag.size() || Bare.empty() || !T->getDeclContext()->getRedeclContext()->isTranslationUnit())
    return nullptr;
  auto Names = [&](const NamedDecl *Found) {
    const auto *Typedef = dyn_cast<TypedefNameDecl>(Found);
    const TagDecl *Named = Typedef ? Typedef->getUnderlyingType()->getAsTagDecl() : nullptr;
    bool Is = Named && Named->getCanonicalDecl() == T->getCanonicalDecl() && (!Watch || Watch->anyKnown(Typedef));
    return Is ? Typedef : nullptr;
  };
  DeclarationName Name = &Context.Idents.get(Bare);
  if (Context.getLangOpts().CPlusPlus) {
    for (const NamedDecl *Found : Context.getTranslationUnitDecl()->lookup(Name))
      if (const TypedefNameDecl *Typedef = Names(Found))
        return Typedef;
    return nullptr;
  }
  // In C the context has no table of names of what is precompiled: it would be read whole.
  for (const NamedDecl *Found : llvm::make_range(Meaning.IdResolver.begin(Name), Meaning.IdResolver.end()))
    if (const TypedefNameDecl *Typedef = Names(Found))
      return Typedef;
  return nullptr;
}

std::string Entities::ownName(const NamedDecl *D) {
  if (isa<CXXConstructorDecl>(D))
    return ownName(cast<CXXRecordDecl>(D->getDeclContext()));
  if (isa<CXXDestructorDecl>(D))
    return "~" + ownName(cast<CXXRecordDecl>(D->getDeclContext()));
  if (const auto *T = dyn_cast<TagDecl>(D)) {
    if (const TypedefNameDecl *Typedef = typedefOfTag(T))
      return Typedef->getName().str();
    if (const auto *R = dyn_cast<CXXRecordDecl>(T); R && R->isLambda())
      return "lambda";
    return T->getName().str();
  }
  if (const IdentifierInfo *Name = D->getIdentifier())
    return Name->getName().str();
  std::string Text;
  raw_string_ostream OS(Text);
  D->getDeclName().print(OS, Policy);
  return Text;
}

StringRef Entities::prefix(const DeclContext *C) {
  while (C && (C->isTransparentContext() || isa<LinkageSpecDecl>(C) || C->isInlineNamespace() ||
               (isa<NamespaceDecl>(C) && cast<NamespaceDecl>(C)->isAnonymousNamespace())))
    C = C->getParent();
  if (!C || C->isTranslationUnit() || !isa<NamedDecl>(C))
    return {};
  C = C->getPrimaryContext();
  if (auto It = Prefixes.find(C); It != Prefixes.end())
    return It->second;
  std::string Text = prefix(C->getParent()).str();
  std::string Own = ownName(cast<NamedDecl>(C));
  if (!Own.empty())
    Text += Own + "::";
  return Prefixes[C] = std::move(Text);
}

std::string Entities::qualifiedName(const NamedDecl *D) {
  // Members of unnamed structs inside a class, and enumerators of unscoped enums, count as the class's own.
  const DeclContext *C = D->getDeclContext();
  return prefix(C).str() + ownName(D);
}

uint32_t Entities::lambdaName(uint32_t Parent) {
  StringRef Of = Parent ? B.text(B.functionDef(Parent).Name) : StringRef();
  Of.consume_front("lambda in ");
  return B.string(Of.empty() ? "lambda" : ("lambda in " + Of).str());
}

uint32_t Entities::enumText(const EnumConstantDecl *E) {
  const auto *Enum = cast<EnumDecl>(E->getDeclContext());
  if (Enum->isScoped())
    return B.string(qualifiedName(E));
  return B.string((prefix(Enum->getDeclContext()) + E->getName()).str());
}

uint32_t Entities::typeText(QualType T) {
  if (T.isNull())
    return 0;
  T = T->isDependentType() ? T : T.getCanonicalType();
  auto [It, New] = TypeTexts.try_emplace(T.getAsOpaquePtr(), 0);
  if (!New)
    return It->second;
  constexpr size_t MaxLength = 200;
  std::string Text = T.getAsString(Policy);
  if (Text.size() > MaxLength)
    Text.resize(MaxLength);
  uint32_t Id = B.string(Text);
  TypeTexts[T.getAsOpaquePtr()] = Id;
  return Id;
}

} // namespace offmain
