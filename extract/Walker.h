// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Walks one body at a time: clang's control-flow graph → blocks of calls, stores and returns.
//
//   CFG element ──visit()──▶ event ──needs──▶ site ──needs──▶ values of receiver and arguments ──may need──▶ site
//
// Values are made when asked for, sites once an expression; an event is written when the graph reaches the element. So
// a value can never speak of a call that is not there, whatever order the blocks are visited in. Rejected: walking the
// AST and keeping a stack of conditions; the graph already knows short circuits, destructors and noreturn calls.
#ifndef OFFMAIN_EXTRACT_WALKER_H
#define OFFMAIN_EXTRACT_WALKER_H

#include "extract/Entities.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class ConstructionContext;
class Sema;
}

namespace offmain {

class Walker {
public:
  Walker(Entities &E, clang::Sema &Meaning) : E(E), B(E.builder()), Context(E.context()), Meaning(Meaning) {}

  /// A function, method, lambda or block of the project.
  void walk(const PendingBody &Body);
  /// The initialisers of variables of static lifetime, into the unit's Initializer function.
  void walkInitializers(llvm::ArrayRef<const clang::VarDecl *> Variables, llvm::StringRef MainFile);

private:
  // Values.cpp: expressions → value+1, never 0.
  uint32_t value(const clang::Expr *X);
  uint32_t make(const clang::Expr *X);
  uint32_t makeOperator(const clang::BinaryOperator *X);
  uint32_t signTest(const clang::BinaryOperator *X, const clang::Expr *Less, const clang::Expr *Than, bool Negated);
  uint32_t makeUnary(const clang::UnaryOperator *X);
  uint32_t makeMember(const clang::MemberExpr *X);
  uint32_t makeReference(const clang::DeclRefExpr *X);
  uint32_t makeCall(const clang::CallExpr *X);
  uint32_t makeNew(const clang::CXXNewExpr *X);
  uint32_t makeList(llvm::ArrayRef<const clang::Expr *> Items, uint32_t Record);
  uint32_t makeNot(uint32_t V);
  uint32_t addressOf(const clang::Expr *Operand);
  uint32_t text(const clang::StringLiteral *X);
  uint32_t unknown(clang::QualType T);
  uint32_t named(const clang::ValueDecl *D);
  uint32_t local(const clang::VarDecl *D);
  uint32_t global(const clang::VarDecl *D);
  uint32_t closure(const clang::LambdaExpr *X);
  uint32_t closure(const clang::BlockExpr *X);
  // Constants.cpp: 0 for what is none.
  uint32_t constant(const clang::Expr *X);
  uint32_t duration(const clang::Expr *X);
  const clang::Expr *peel(const clang::Expr *X, clang::QualType &CastTo);
  facts::ValueKind kind(uint32_t V) const { return B.valueDef(V).kind(); }

  // Calls.cpp: calls → sites index + 1, or 0 for a call that is not recorded.
  uint32_t siteOf(const clang::Expr *X);
  uint32_t callSite(const clang::CallExpr *X);
  uint32_t constructorSite(const clang::CXXConstructExpr *X);
  uint32_t inheritedSite(const clang::CXXInheritedCtorInitExpr *X);
  uint32_t deleteSite(const clang::CXXDeleteExpr *X);
  uint32_t destructorSite(const clang::CXXDestructorDecl *D, uint32_t Receiver, clang::SourceLocation At);
  uint32_t madeBy(const clang::CallExpr *X);
  void emplaced(const clang::CallExpr *X);
  void storeTemporary(const clang::Expr *X);
  bool isNoise(const clang::CallExpr *X);
  bool isForeign(const clang::LambdaExpr *X);
  void fillMemberCall(facts::SiteDef &S, const clang::CXXMemberCallExpr *X);
  facts::SiteDef newSite(const clang::Expr *X, clang::SourceLocation At);
  template <class Range> void addArguments(facts::SiteDef &S, Range &&Arguments, clang::SourceLocation At);
  void emit(uint32_t Site);

  // Stores.cpp: assignments and initialisers.
  void assign(const clang::Expr *Target, const clang::Expr *Stored, clang::SourceLocation At);
  void forget(const clang::Expr *Target, clang::SourceLocation At);
  void initialise(uint32_t Target, const clang::Expr *Init, clang::SourceLocation At, bool Fresh);
  void storeList(llvm::function_ref<uint32_t()> Target, const clang::InitListExpr *List, unsigned Depth);
  void storeElement(llvm::function_ref<uint32_t()> Target, const clang::Expr *Init, bool InRecord, unsigned Depth);
  void declare(const clang::VarDecl *D);
  void initialiseMember(const clang::CXXCtorInitializer *I);

  // Bodies.cpp: the graph.
  void begin(uint32_t Function, const clang::Decl *Owner);
  void walkGraph(const clang::CFG &Graph);
  void walkLinear(const clang::Stmt *S);
  void walkImplicitDestructor(const clang::CXXDestructorDecl *D);
  bool branchOnOutcome(const clang::CFGBlock &Switch, const llvm::DenseMap<const clang::CFGBlock *, uint32_t> &Numbers);
  void linkHandlers(const clang::CFG &Graph, const llvm::DenseMap<const clang::CFGBlock *, uint32_t> &Numbers);
  void visit(const clang::CFGElement &Element);
  void visit(const clang::Stmt *S);
  uint32_t thisValue();
  uint32_t fieldOf(uint32_t Base, const clang::FieldDecl *F);
  void noteConstruction(const clang::CXXConstructExpr *X, const clang::ConstructionContext *C);
  void noteNew(const clang::CXXNewExpr *X);
  void survey(const clang::Stmt *S);
  void surveyLoop(const clang::CXXForRangeStmt *S);
  void discard(const clang::Expr *X);
  /// Block's condition+1 and whether true and false change places.
  std::pair<uint32_t, bool> condition(const clang::CFGBlock &Block);

  Entities &E;
  facts::UnitBuilder &B;
  clang::ASTContext &Context;
  clang::Sema &Meaning; ///< only to have special members declared that nobody asked for yet

  /// What an object that is constructed in place is: the constructor's receiver.
  struct Place {
    uint32_t Value = 0; ///< value+1; 0 with `Heap`: the New of the site itself
    uint16_t Flags = 0;
    bool Heap = false;
    clang::SourceLocation At;
  };

  // Of the body being walked.
  uint32_t Function = 0;
  const clang::Decl *Owner = nullptr;
  facts::Body Code;
  uint32_t Block = 0;
  bool InTemplate = false;
  unsigned InDefaultArgument = 0;
  clang::SourceLocation CallPlace; ///< of the call whose arguments are being evaluated
  llvm::DenseMap<const clang::Expr *, uint32_t> Sites;
  llvm::DenseSet<uint32_t> Emitted;
  llvm::DenseMap<const clang::Decl *, uint32_t> Captures, Locals;
  llvm::DenseMap<const clang::Expr *, uint32_t> Closures;
  llvm::DenseMap<const clang::Expr *, Place> InPlace;
  llvm::DenseSet<const clang::Expr *> Discarded;
  llvm::DenseSet<const clang::Stmt *> Skipped; ///< bookkeeping of range-based loops
  llvm::DenseMap<const clang::Decl *, const clang::Expr *> ArrayLoops; ///< loop variable → the array it runs over
};

} // namespace offmain

#endif
