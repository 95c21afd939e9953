// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clang's declarations → functions, records and variables of the facts, each once.
//
// Instances of templates of the project are entities of their own (they have bodies); those of outside templates are
// folded into the template, because a unit of Qt or gtkmm code names hundreds of them and no phase tells them apart.
#ifndef OFFMAIN_EXTRACT_ENTITIES_H
#define OFFMAIN_EXTRACT_ENTITIES_H

#include "extract/Places.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringMap.h"
#include <deque>

namespace clang {
class Sema;
}

namespace offmain {

class HeaderWatch;

/// A body that has still to be walked.
struct PendingBody {
  uint32_t Function = 0;                           ///< function+1
  const clang::Decl *Owner = nullptr;              ///< FunctionDecl (its definition) or BlockDecl
};

class Entities {
public:
  Entities(clang::Sema &Meaning, facts::UnitBuilder &B, Places &Where, HeaderWatch *Watch);

  /// All give "index + 1"; 0 for what has no place in the facts (dependent, invalid, null).
  uint32_t function(const clang::FunctionDecl *F);
  uint32_t record(const clang::RecordDecl *R);
  uint32_t variable(const clang::ValueDecl *V);
  /// The record a type is, or points or refers to.
  uint32_t recordOf(clang::QualType T);
  uint32_t typeText(clang::QualType T);
  uint32_t enumText(const clang::EnumConstantDecl *E);

  /// A lambda's call operator or a block's invoke function, with what it captures. The captured values are already
  /// those of the enclosing body.
  uint32_t closure(const clang::Decl *Invoke, uint32_t Parent, std::vector<facts::fb::Capture> Captures);

  /// The unit's function of static initialisers.
  uint32_t initializer(llvm::StringRef MainFile);

  bool outside(const clang::Decl *D);
  /// The definition that the unit has read, if any: with precompiled headers there may be others.
  const clang::RecordDecl *definitionOf(const clang::RecordDecl *R);
  const clang::CXXRecordDecl *definitionOf(const clang::CXXRecordDecl *R) {
    return llvm::cast_or_null<clang::CXXRecordDecl>(definitionOf(static_cast<const clang::RecordDecl *>(R)));
  }
  /// Functions of the project that are defined in this unit and were named since the last call.
  bool takePending(PendingBody &Out);

  clang::ASTContext &context() { return Context; }
  facts::UnitBuilder &builder() { return B; }
  Places &where() { return Where; }

  /// Qualified by enclosing names; no template arguments, no unnamed or inline namespaces.
  std::string qualifiedName(const clang::NamedDecl *D);
  uint32_t lambdaName(uint32_t Parent);

private:
  uint64_t usr(const clang::Decl *D);
  llvm::StringRef prefix(const clang::DeclContext *D);
  std::string ownName(const clang::NamedDecl *D);
  /// The typedef that names a C tag: `typedef struct _Foo Foo`, `typedef struct { } Foo`.
  const clang::TypedefNameDecl *typedefOfTag(const clang::TagDecl *T);
  void define(uint32_t Id, const clang::FunctionDecl *F, bool Outside);
  void defineParams(facts::FunctionDef &Def, llvm::ArrayRef<clang::ParmVarDecl *> Params, bool Variadic, bool Outside);
  void addOverrides(uint32_t Id, const clang::CXXMethodDecl *M);
  void defineRecord(uint32_t Id, const clang::RecordDecl *R, bool Outside);
  void declareMethods(const clang::CXXRecordDecl *R);
  void annotate(std::vector<uint32_t> &Out, const clang::Decl *D);
  llvm::StringRef accessMark(const clang::CXXMethodDecl *M);
  uint32_t paramFlags(const clang::ParmVarDecl *P);
  bool isCallable(clang::QualType T);
  bool isCallableTemplate(const clang::CXXRecordDecl *R, clang::DeclarationName Call);

  clang::Sema &Meaning;
  clang::ASTContext &Context;
  facts::UnitBuilder &B;
  Places &Where;
  HeaderWatch *Watch;
  clang::PrintingPolicy Policy;
  llvm::DenseMap<const clang::Decl *, uint32_t> Functions, Records, Variables;
  llvm::DenseMap<const clang::Decl *, uint64_t> Usrs;
  llvm::DenseMap<const clang::DeclContext *, std::string> Prefixes;
  llvm::DenseMap<const void *, uint32_t> TypeTexts;
  llvm::DenseMap<const clang::Decl *, llvm::StringRef> AccessMarks;
  llvm::DenseMap<const clang::Decl *, bool> AccessMarksRead; ///< records whose access specifiers were read
  std::deque<PendingBody> Pending;
};

} // namespace offmain

#endif
