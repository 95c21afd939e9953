// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The control-flow graph of one body, element by element. Blocks are visited in reverse postorder.
//
// Handlers of `try` hang on no edge in clang's graph unless it splits a block at every call (measured: 3 x the blocks).
// Here a handler follows the end of the first block of its `try`: what was known there holds in it.
#include "extract/Walker.h"
#include "clang/AST/ExprObjC.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtObjC.h"
#include "clang/Analysis/ConstructionContext.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace clang;
using namespace llvm;
using offmain::facts::SiteFlag;
using offmain::facts::ValueKind;

namespace offmain {

static CFG::BuildOptions graphOptions() {
  CFG::BuildOptions Options;
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.AddRichCXXConstructors = true;
  Options.setAlwaysAdd(Stmt::BinaryOperatorClass)
      .setAlwaysAdd(Stmt::CompoundAssignOperatorClass)
      .setAlwaysAdd(Stmt::UnaryOperatorClass)
      .setAlwaysAdd(Stmt::LambdaExprClass)
      .setAlwaysAdd(Stmt::BlockExprClass)
      .setAlwaysAdd(Stmt::CXXInheritedCtorInitExprClass)
      .setAlwaysAdd(Stmt::CXXDeleteExprClass);
  return Options;
}

void Walker::begin(uint32_t F, const Decl *D) {
  Function = F;
  Owner = D;
  Code = facts::Body();
  Block = 0;
  InDefaultArgument = 0;
  const auto *Said = dyn_cast_or_null<FunctionDecl>(D);
  InTemplate = Said && Said->isTemplateInstantiation();
  Sites.clear();
  Emitted.clear();
  Captures.clear();
  Locals.clear();
  Closures.clear();
  InPlace.clear();
  Discarded.clear();
  Skipped.clear();
  ArrayLoops.clear();
  uint32_t Index = 0;
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(D); M && M->getParent()->isLambda())
    for (const LambdaCapture &C : M->getParent()->captures()) {
      if (C.capturesVariable())
        Captures[C.getCapturedVar()] = Index;
      ++Index;
    }
  if (const auto *Invoked = dyn_cast_or_null<BlockDecl>(D))
    for (const BlockDecl::Capture &C : Invoked->captures())
      Captures[C.getVariable()] = Index++;
}

// Special members the compiler writes: only what they destroy or construct is of interest.
static bool isGeneratedCopy(const FunctionDecl *F) {
  if (!F->isDefaulted())
    return false;
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    return C->isCopyOrMoveConstructor();
  return F->getOverloadedOperator() != OO_None;
}

void Walker::walk(const PendingBody &Body) {
  if (B.hasBody(Body.Function))
    return;
  begin(Body.Function, Body.Owner);
  Stmt *Text = Body.Owner->getBody();
  if (const auto *F = dyn_cast<FunctionDecl>(Body.Owner)) {
    if (const auto *D = dyn_cast<CXXDestructorDecl>(F); D && D->isDefaulted())
      return walkImplicitDestructor(D);
    if (!Text || F->hasSkippedBody() || F->isInvalidDecl() || isGeneratedCopy(F))
      return;
  }
  if (!Text)
    return;
  survey(Text);
  static const CFG::BuildOptions Options = graphOptions();
  if (std::unique_ptr<CFG> Graph = CFG::buildCFG(Body.Owner, Text, &Context, Options)) {
    walkGraph(*Graph);
  } else {
    Block = Code.block();
    walkLinear(Text);
  }
  B.setBody(Function, std::move(Code));
}

void Walker::walkGraph(const CFG &Graph) {
  DenseMap<const CFGBlock *, uint32_t> Numbers;
  std::vector<const CFGBlock *> Order;
  auto Reach = [&](const CFGBlock *From) {
    std::vector<const CFGBlock *> Found;
    SmallVector<std::pair<const CFGBlock *, CFGBlock::const_succ_iterator>, 32> Path;
    auto Enter = [&](const CFGBlock *X) {
      if (X && Numbers.try_emplace(X, 0).second)
        Path.emplace_back(X, X->succ_begin());
    };
    Enter(From);
    while (!Path.empty()) {
      auto &[X, Next] = Path.back();
      if (Next == X->succ_end()) {
        Found.push_back(X);
        Path.pop_back();
        continue;
      }
      const CFGBlock *To = (Next++)->getReachableBlock();
      Enter(To);
    }
    Order.insert(Order.end(), Found.rbegin(), Found.rend());
  };
  Reach(&Graph.getEntry());
  for (const CFGBlock *Try : Graph.try_blocks())
    Reach(Try);
  for (const CFGBlock *X : Order)
    Numbers[X] = Code.block();
  for (const CFGBlock *X : Order) {
    Block = Numbers[X];
    for (const CFGElement &Element : *X)
      visit(Element);
    if (branchOnOutcome(*X, Numbers))
      continue;
    auto [Condition, Swap] = condition(*X);
    SmallVector<uint32_t, 2> Successors;
    for (const CFGBlock::AdjacentBlock &Next : X->succs()) {
      auto It = Numbers.find(Next.getReachableBlock());
      Successors.push_back(It == Numbers.end() ? facts::NoBlock : It->second);
    }
    if (Swap)
      std::swap(Successors[0], Successors[1]);
    Code.Blocks[Block].Successors = std::move(Successors);
    Code.Blocks[Block].Condition = Condition;
  }
  linkHandlers(Graph, Numbers);
}

// The block that holds the first statement of a `try`, in the order of blocks.
static const CFGBlock *firstOf(const CXXTryStmt *Try, const CFG &Graph, const SourceManager &Sources,
                               const DenseMap<const CFGBlock *, uint32_t> &Numbers) {
  SourceRange Range = Try->getTryBlock()->getSourceRange();
  const CFGBlock *First = nullptr;
  for (const CFGBlock *X : Graph) {
    auto It = Numbers.find(X);
    if (It == Numbers.end() || (First && It->second > Numbers.lookup(First)))
      continue;
    for (const CFGElement &Element : *X)
      if (auto S = Element.getAs<CFGStmt>()) {
        SourceLocation At = Sources.getExpansionLoc(S->getStmt()->getBeginLoc());
        if (Sources.isPointWithin(At, Sources.getExpansionLoc(Range.getBegin()),
                                  Sources.getExpansionLoc(Range.getEnd()))) {
          First = X;
          break;
        }
      }
  }
  return First;
}

void Walker::linkHandlers(const CFG &Graph, const DenseMap<const CFGBlock *, uint32_t> &Numbers) {
  for (const CFGBlock *Dispatch : Graph.try_blocks()) {
    const auto *Try = dyn_cast_or_null<CXXTryStmt>(Dispatch->getTerminatorStmt());
    const CFGBlock *First = Try ? firstOf(Try, Graph, E.where().sources(), Numbers) : nullptr;
    if (!First)
      continue;
    uint32_t From = Numbers.lookup(First), To = Numbers.lookup(Dispatch);
    if (Code.Blocks[From].Condition) { // a block of its own for the branch
      uint32_t Branch = Code.block();
      Code.Blocks[Branch].Successors = std::move(Code.Blocks[From].Successors);
      Code.Blocks[Branch].Condition = Code.Blocks[From].Condition;
      Code.Blocks[From].Condition = 0;
      Code.Blocks[From].Successors = {Branch};
    }
    Code.Blocks[From].Successors.push_back(To);
  }
}

// A branch on `a && b` is two blocks in the graph, and the second one's terminator is the whole statement: what it
// tests itself is the right-hand side.
std::pair<uint32_t, bool> Walker::condition(const CFGBlock &X) {
  if (X.succ_size() != 2 || X.getTerminator().getKind() != CFGTerminator::StmtBranch)
    return {0, false};
  const Stmt *Terminator = X.getTerminatorStmt();
  if (!Terminator || isa<SwitchStmt, CXXTryStmt, IndirectGotoStmt, ObjCForCollectionStmt>(Terminator))
    return {0, false};
  const auto *Tested = dyn_cast_or_null<Expr>(X.getTerminatorCondition(/*StripParens=*/true));
  while (const auto *O = dyn_cast_or_null<BinaryOperator>(Tested)) {
    if (!O->isLogicalOp())
      break;
    Tested = O->getRHS()->IgnoreParens();
  }
  if (!Tested || Skipped.contains(Tested) || Tested->isTypeDependent())
    return {0, false};
  uint32_t V = value(Tested), Zero = B.integer(0);
  bool Swap = false;
  while (true) {
    facts::fb::Value D = B.valueDef(V);
    if (D.kind() == ValueKind::Not) {
      V = D.a();
      Swap = !Swap;
      continue;
    }
    // `x != 0` is x, `x == 0` is not x.
    if ((D.kind() == ValueKind::Eq || D.kind() == ValueKind::Ne) && D.b() == Zero &&
        kind(D.a()) != ValueKind::Int) {
      Swap ^= D.kind() == ValueKind::Eq;
      V = D.a();
      continue;
    }
    break;
  }
  facts::fb::Value D = B.valueDef(V);
  bool Compares = D.kind() == ValueKind::Eq || D.kind() == ValueKind::Ne;
  bool Nothing = D.kind() == ValueKind::Unknown || D.kind() == ValueKind::Int || D.kind() == ValueKind::String ||
                 (Compares && kind(D.a()) == ValueKind::Unknown && kind(D.b()) == ValueKind::Unknown);
  return Nothing ? std::pair<uint32_t, bool>(0, false) : std::pair(V, Swap);
}

void Walker::noteNew(const CXXNewExpr *X) {
  const CXXConstructExpr *C = X->getConstructExpr();
  if (!C)
    return;
  Place &In = InPlace[C];
  In.Heap = true;
  In.Flags = static_cast<uint16_t>(SiteFlag::Heap);
  In.At = X->getBeginLoc();
}

void Walker::noteConstruction(const CXXConstructExpr *X, const ConstructionContext *C) {
  if (const auto *N = dyn_cast<NewAllocatedObjectConstructionContext>(C))
    return noteNew(N->getCXXNewExpr());
  if (const auto *V = dyn_cast<VariableConstructionContext>(C)) {
    if (const auto *D = dyn_cast_or_null<VarDecl>(V->getDeclStmt()->getSingleDecl()))
      InPlace[X].Value = named(D);
    return;
  }
  const auto *Member = dyn_cast<ConstructorInitializerConstructionContext>(C);
  if (!Member || !isa<CXXMethodDecl>(Owner))
    return;
  const CXXCtorInitializer *I = Member->getCXXCtorInitializer();
  uint32_t This = thisValue();
  Place &In = InPlace[X];
  if (const FieldDecl *F = I->getAnyMember()) {
    In.Value = fieldOf(This, F);
    In.Flags = static_cast<uint16_t>(SiteFlag::MemberInit);
    if (!I->isWritten())
      In.Flags |= static_cast<uint16_t>(SiteFlag::Implicit);
  } else {
    In.Value = This;
    In.Flags = static_cast<uint16_t>(SiteFlag::BaseInit);
    if (!I->isWritten())
      In.Flags |= static_cast<uint16_t>(SiteFlag::Implicit);
  }
}

static const CXXDestructorDecl *destructorOf(QualType T, ASTContext &Context) {
  const CXXRecordDecl *R = Context.getBaseElementType(T)->getAsCXXRecordDecl();
  return R && R->hasDefinition() && !R->hasTrivialDestructor() ? R->getDestructor() : nullptr;
}

/// In a method that is no lambda's.
uint32_t Walker::thisValue() {
  return B.value(ValueKind::This, 0, 0, E.record(cast<CXXMethodDecl>(Owner)->getParent()));
}

uint32_t Walker::fieldOf(uint32_t Base, const FieldDecl *F) {
  uint32_t Variable = E.variable(F), Record = E.recordOf(F->getType());
  return B.value(ValueKind::Field, Base, Variable, Record);
}

void Walker::visit(const CFGElement &Element) {
  switch (Element.getKind()) {
  case CFGElement::Constructor: {
    auto C = Element.castAs<CFGConstructor>();
    noteConstruction(cast<CXXConstructExpr>(C.getStmt()), C.getConstructionContext());
    return visit(C.getStmt());
  }
  case CFGElement::Statement:
  case CFGElement::CXXRecordTypedCall:
    return visit(Element.castAs<CFGStmt>().getStmt());
  case CFGElement::Initializer:
    return initialiseMember(Element.castAs<CFGInitializer>().getInitializer());
  case CFGElement::AutomaticObjectDtor: {
    auto D = Element.castAs<CFGAutomaticObjDtor>();
    const VarDecl *V = D.getVarDecl();
    const Stmt *Trigger = D.getTriggerStmt();
    SourceLocation At = V->getLocation();
    if (Trigger)
      At = isa<CompoundStmt>(Trigger) ? Trigger->getEndLoc() : Trigger->getBeginLoc();
    return emit(destructorSite(D.getDestructorDecl(Context), named(V), At));
  }
  case CFGElement::BaseDtor: {
    const CXXBaseSpecifier *Base = Element.castAs<CFGBaseDtor>().getBaseSpecifier();
    return emit(destructorSite(destructorOf(Base->getType(), Context), thisValue(), Owner->getEndLoc()));
  }
  case CFGElement::MemberDtor: {
    const FieldDecl *F = Element.castAs<CFGMemberDtor>().getFieldDecl();
    uint32_t Field = fieldOf(thisValue(), F);
    return emit(destructorSite(destructorOf(F->getType(), Context), Field, Owner->getEndLoc()));
  }
  case CFGElement::CleanupFunction: {
    auto C = Element.castAs<CFGCleanupFunction>();
    const VarDecl *V = C.getVarDecl();
    facts::SiteDef S;
    S.At = S.End = E.where().begin(B, Owner->getEndLoc());
    S.Callee = E.function(C.getFunctionDecl());
    S.Function = Function;
    uint32_t Variable = named(V);
    S.Args.push_back(B.value(ValueKind::AddressOf, Variable, 0, B.valueDef(Variable).record()));
    S.set(SiteFlag::Implicit);
    return emit(B.site(S) + 1);
  }
  case CFGElement::NewAllocator:
  case CFGElement::DeleteDtor: // told at the delete expression
  case CFGElement::TemporaryDtor:
  case CFGElement::LifetimeEnds:
  case CFGElement::LoopExit:
  case CFGElement::ScopeBegin:
  case CFGElement::ScopeEnd:
    return;
  }
}

void Walker::visit(const Stmt *S) {
  if (Skipped.contains(S))
    return;
  switch (S->getStmtClass()) {
  case Stmt::CXXOperatorCallExprClass: {
    const auto *O = cast<CXXOperatorCallExpr>(S);
    if (O->getOperator() == OO_Equal && isNoise(O) && O->getNumArgs() == 2)
      return assign(O->getArg(0), O->getArg(1), O->getOperatorLoc());
    return emit(siteOf(O));
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::UserDefinedLiteralClass: {
    const auto *C = cast<CallExpr>(S);
    if (madeBy(C))
      return emit(Sites.lookup(C));
    emit(siteOf(C));
    return emplaced(C);
  }
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
  case Stmt::CXXInheritedCtorInitExprClass:
  case Stmt::CXXDeleteExprClass:
    return emit(siteOf(cast<Expr>(S)));
  case Stmt::BinaryOperatorClass:
    if (const auto *O = cast<BinaryOperator>(S); O->getOpcode() == BO_Assign)
      assign(O->getLHS(), O->getRHS(), O->getOperatorLoc());
    return;
  case Stmt::CompoundAssignOperatorClass:
    return forget(cast<BinaryOperator>(S)->getLHS(), cast<BinaryOperator>(S)->getOperatorLoc());
  case Stmt::UnaryOperatorClass:
    if (const auto *U = cast<UnaryOperator>(S); U->isIncrementDecrementOp())
      forget(U->getSubExpr(), U->getOperatorLoc());
    return;
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        declare(V);
    return;
  case Stmt::ReturnStmtClass: {
    const auto *R = cast<ReturnStmt>(S);
    const Expr *X = R->getRetValue();
    bool Void = !X || X->getType()->isVoidType();
    if (!Void)
      storeTemporary(X);
    Code.ret(Block, Void ? 0 : value(X), E.where().begin(B, R->getBeginLoc()));
    return;
  }
  case Stmt::CoreturnStmtClass: {
    const auto *R = cast<CoreturnStmt>(S);
    Code.ret(Block, R->getOperand() ? value(R->getOperand()) : 0, E.where().begin(B, R->getBeginLoc()));
    return;
  }
  case Stmt::LambdaExprClass:
    if (!isForeign(cast<LambdaExpr>(S)))
      closure(cast<LambdaExpr>(S));
    return;
  case Stmt::BlockExprClass:
    closure(cast<BlockExpr>(S));
    return;
  default:
    return;
  }
}

/// Where there is no graph: in the order of the text, children first.
void Walker::walkLinear(const Stmt *S) {
  if (!S || isa<UnaryExprOrTypeTraitExpr, CXXTypeidExpr, CXXNoexceptExpr>(S))
    return;
  if (const auto *L = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : L->capture_inits())
      walkLinear(Init);
    return visit(S);
  }
  if (isa<BlockExpr>(S))
    return visit(S);
  if (const auto *N = dyn_cast<CXXNewExpr>(S))
    noteNew(N);
  if (const auto *L = dyn_cast<InitListExpr>(S); L && L->getSemanticForm())
    S = L->getSemanticForm();
  for (const Stmt *Child : S->children())
    walkLinear(Child);
  visit(S);
}

void Walker::walkImplicitDestructor(const CXXDestructorDecl *D) {
  const CXXRecordDecl *Class = D->getParent();
  Block = Code.block();
  uint32_t This = thisValue();
  SourceLocation At = D->isImplicit() ? Class->getLocation() : D->getLocation();
  SmallVector<const FieldDecl *, 16> Fields(Class->fields());
  for (const FieldDecl *F : reverse(Fields))
    if (const CXXDestructorDecl *Member = destructorOf(F->getType(), Context))
      emit(destructorSite(Member, fieldOf(This, F), At));
  for (const CXXBaseSpecifier &Base : reverse(Class->bases()))
    emit(destructorSite(destructorOf(Base.getType(), Context), This, At));
  B.setBody(Function, std::move(Code));
}

void Walker::walkInitializers(ArrayRef<const VarDecl *> Variables, StringRef MainFile) {
  bool Begun = false;
  for (const VarDecl *V : Variables) {
    const Expr *Init = V->getInit();
    if (!Init || V->isInvalidDecl() || Init->isValueDependent() || Init->containsErrors())
      continue;
    bool Number = V->getType()->isArithmeticType();
    if (Number && (V->getType().isConstQualified() || V->isConstexpr()))
      continue;
    if (!Begun) {
      begin(E.initializer(MainFile), nullptr);
      Block = Code.block();
      Begun = true;
    }
    if (const auto *C = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit()))
      InPlace[C].Value = named(V);
    walkLinear(Init);
    initialise(named(V), Init, V->getLocation(), true);
  }
  if (Begun)
    B.setBody(Function, std::move(Code));
}

} // namespace offmain
