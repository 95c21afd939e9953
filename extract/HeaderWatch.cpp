// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See HeaderWatch.h.
#include "extract/HeaderWatch.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using namespace llvm;

namespace offmain {

class WatchCallbacks : public PPCallbacks {
public:
  explicit WatchCallbacks(HeaderWatch &Watch) : Watch(Watch) {}

  void LexedFileChanged(FileID File, LexedFileChangeReason, SrcMgr::CharacteristicKind, FileID, SourceLocation) override {
    if (!Begun && File == Watch.Sources->getMainFileID())
      Watch.begin();
    Begun |= File == Watch.Sources->getMainFileID();
  }
  void InclusionDirective(SourceLocation Hash, const Token &, StringRef, bool, CharSourceRange, OptionalFileEntryRef File, StringRef,
                          StringRef, const clang::Module *, bool, SrcMgr::CharacteristicKind) override {
    if (!File)
      return;
    auto Header = Watch.Set.find(File->getFileEntry().tryGetRealPathName());
    if (!Header)
      return;
    Watch.Directive = Hash;
    if (!Watch.headerAt(Hash))
      Watch.Includes.push_back(Hash);
    Watch.enter(*Header);
  }
  void MacroDefined(const Token &Name, const MacroDirective *Now) override {
    const MacroDirective *Before = Now->getPrevious();
    Watch.defined(*Name.getIdentifierInfo(), *Now->getMacroInfo(), Before ? Before->getMacroInfo() : nullptr);
  }
  void MacroUndefined(const Token &Name, const MacroDefinition &Before, const MacroDirective *) override {
    if (Watch.headerAt(Name.getLocation()))
      return; // of a header without a guard, read once more
    if (Before)
      Watch.used(*Name.getIdentifierInfo(), Before.getLocalDirective());
    Watch.undefined(*Name.getIdentifierInfo());
  }
  void MacroExpands(const Token &Name, const MacroDefinition &Macro, SourceRange, const MacroArgs *) override { use(Name, Macro); }
  void Defined(const Token &Name, const MacroDefinition &Macro, SourceRange) override { use(Name, Macro); }
  void Ifdef(SourceLocation, const Token &Name, const MacroDefinition &Macro) override { use(Name, Macro); }
  void Ifndef(SourceLocation, const Token &Name, const MacroDefinition &Macro) override { use(Name, Macro); }
  using PPCallbacks::Elifdef;
  using PPCallbacks::Elifndef;
  void Elifdef(SourceLocation, const Token &Name, const MacroDefinition &Macro) override { use(Name, Macro); }
  void Elifndef(SourceLocation, const Token &Name, const MacroDefinition &Macro) override { use(Name, Macro); }

private:
  void use(const Token &Name, const MacroDefinition &Macro) {
    if (Macro)
      Watch.used(*Name.getIdentifierInfo(), Macro.getLocalDirective());
  }
  HeaderWatch &Watch;
  bool Begun = false;
};

HeaderWatch::HeaderWatch(const SharedHeaders &Set, const std::vector<std::string> &Hide)
    : Set(Set), Hide(Hide), Entered(Set.size()), Changed(Set.size()) {
  if (Set.words())
    for (const shared::Word *W : *Set.words()) {
      for (uint32_t Header : SharedHeaders::list(W->heard()))
        Asks[Header].push_back({W, true});
      for (uint32_t Header : SharedHeaders::list(W->not_heard()))
        Asks[Header].push_back({W, false});
    }
  for (uint32_t Name : Set.prologue()) {
    if (Promised.size() <= Name)
      Promised.resize(Name + 1);
    Promised.set(Name);
    for (uint32_t Header : Set.naming(Name))
      ++PromisedTo[Header];
  }
}

void HeaderWatch::attach(Preprocessor &P) {
  PP = &P;
  Sources = &P.getSourceManager();
  P.addPPCallbacks(std::make_unique<WatchCallbacks>(*this));
}

/// The main file is entered, and what is precompiled is there: hides what is to be hidden.
void HeaderWatch::begin() {
  SourceLocation Start = Sources->getLocForStartOfFile(Sources->getMainFileID());
  for (const std::string &Name : Hide) {
    IdentifierInfo *II = PP->getIdentifierInfo(Name);
    MacroDirective *Last = PP->getLocalMacroDirective(II);
    if (!Last || !Last->isDefined())
      continue;
    DenseSet<uint32_t> Seen;
    for (MacroDirective *D = Last; D; D = D->getPrevious())
      if (auto *Definition = dyn_cast<DefMacroDirective>(D))
        if (auto Header = headerAt(Definition->getInfo()->getDefinitionLoc()); Header && Seen.insert(*Header).second)
          Restored[*Header].push_back({II, Definition->getInfo()});
    Hidden.insert(II);
    PP->appendMacroDirective(II, new (PP->getPreprocessorAllocator()) UndefMacroDirective(Start));
  }
}

void HeaderWatch::doubtThat(const Twine &Why) {
  if (Doubt.empty())
    Doubt = Why.str();
}

std::optional<uint32_t> HeaderWatch::headerOf(FileID File) {
  auto [It, New] = Files.try_emplace(File, 0);
  if (New)
    if (OptionalFileEntryRef Entry = Sources->getFileEntryRefForID(File))
      if (auto Header = Set.find(Entry->getFileEntry().tryGetRealPathName()))
        It->second = *Header + 1;
  return It->second ? std::optional(It->second - 1) : std::nullopt;
}

std::optional<uint32_t> HeaderWatch::headerAt(SourceLocation At) {
  return At.isValid() ? headerOf(Sources->getFileID(Sources->getExpansionLoc(At))) : std::nullopt;
}

std::optional<uint32_t> HeaderWatch::nameOf(const IdentifierInfo &Name) {
  auto [It, New] = Names.try_emplace(&Name, 0);
  if (New)
    if (auto Found = Set.name(Name.getName()))
      It->second = *Found + 1;
  return It->second ? std::optional(It->second - 1) : std::nullopt;
}

void HeaderWatch::enter(uint32_t Header) {
  if (!Doubt.empty() || Entered.test(Header))
    return;
  Entered.set(Header);
  EnteredAt[Header] = Directive;
  if (auto It = Asks.find(Header); It != Asks.end())
    for (auto [W, Heard] : It->second)
      if (any_of(SharedHeaders::list(W->said_by()), [&](uint32_t H) { return is_contained(Stack, H); }) != Heard)
        return doubtThat(Set.path(Header) + " asks for " + Set.text(W->name()) + ", and is included in another way");
  if (Changed.test(Header))
    return doubtThat("it defines or undefines " + Set.text(ChangedBy[Header]) + ", which " + Set.path(Header) +
                     " names, before it includes that");
  if (PromisedTo.lookup(Header))
    return doubtThat("it includes " + Set.path(Header) + " without a macro that other units define before");
  for (uint32_t Other : Set.before(Header))
    if (!Entered.test(Other))
      return doubtThat(Set.path(Header) + " may depend on " + Set.path(Other) + ", which it does not include before");
  for (uint32_t Other : Set.after(Header))
    if (Entered.test(Other))
      return doubtThat(Set.path(Header) + " may depend on " + Set.path(Other) + ", which it includes before");
  Stack.push_back(Header);
  for (uint32_t Next : Set.includes(Header))
    enter(Next);
  Stack.pop_back();
  if (auto It = Restored.find(Header); It != Restored.end())
    for (auto [II, Macro] : It->second)
      PP->appendDefMacroDirective(II, Macro);
}

void HeaderWatch::changed(uint32_t Name, bool AlsoForDefining) {
  auto Mark = [&](ArrayRef<uint32_t> Headers) {
    for (uint32_t Header : Headers)
      if (!Entered.test(Header) && !Changed.test(Header)) {
        Changed.set(Header);
        ChangedBy[Header] = Name;
      }
  };
  Mark(Set.naming(Name));
  if (AlsoForDefining)
    Mark(Set.defining(Name));
}

void HeaderWatch::defined(const IdentifierInfo &II, const MacroInfo &Now, const MacroInfo *Before) {
  if (headerAt(Now.getDefinitionLoc()))
    return; // of a header without a guard, read once more
  auto Name = nameOf(II);
  if (!Name)
    return;
  bool Same = Before && Now.isIdenticalTo(*Before, *PP, /*Syntactically=*/true);
  bool WasPromised = *Name < Promised.size() && Promised.test(*Name);
  if (WasPromised) {
    Promised.reset(*Name);
    for (uint32_t Header : Set.naming(*Name))
      --PromisedTo[Header];
  }
  bool OfHeader = Before && headerAt(Before->getDefinitionLoc());
  if (!Same || OfHeader)
    changed(*Name, !Same && !Hidden.contains(&II)); // a hidden one comes back with its header
}

void HeaderWatch::undefined(const IdentifierInfo &II) {
  if (auto Name = nameOf(II))
    changed(*Name, true);
}

void HeaderWatch::used(const IdentifierInfo &II, const MacroDirective *Macro) {
  if (!Macro)
    return;
  const MacroInfo &Said = *Macro->getMacroInfo();
  auto Header = headerAt(Said.getDefinitionLoc());
  if (!Header) {
    if (auto Name = nameOf(II); Name && *Name < Promised.size() && Promised.test(*Name))
      doubtThat("it uses " + II.getName() + ", which other units define first, without defining it");
    return;
  }
  // Several headers may say the same; one of them is enough, unless another one has taken it back.
  for (const MacroDirective *D = Macro; D; D = D->getPrevious()) {
    if (const auto *Definition = dyn_cast<DefMacroDirective>(D)) {
      if (!Definition->getInfo()->isIdenticalTo(Said, *PP, /*Syntactically=*/true))
        break;
      auto By = headerAt(Definition->getInfo()->getDefinitionLoc());
      if (!By || Entered.test(*By))
        return;
    } else if (auto By = headerAt(D->getLocation()); isa<UndefMacroDirective>(D) && (!By || Entered.test(*By))) {
      break;
    }
  }
  if (auto Name = nameOf(II); Name && any_of(Set.repeating(*Name), [&](uint32_t H) { return Entered.test(H); }))
    return;
  if (!is_contained(Met, II.getName()))
    Met.push_back(II.getName().str());
  doubtThat("it uses the name " + II.getName() + ", a macro of " + Set.path(*Header) + ", which it has not included there");
}

bool HeaderWatch::known(const Decl *D) {
  if (!D->isFromASTFile())
    return true;
  SourceLocation At = D->getLocation();
  if (At.isInvalid())
    return true;
  auto Header = headerAt(At);
  return !Header || Entered.test(*Header);
}

bool HeaderWatch::anyKnown(const Decl *D) {
  if (known(D))
    return true;
  for (const Decl *Other : D->redecls())
    if (known(Other))
      return true;
  return false;
}

bool HeaderWatch::isDeclaredAhead(const Decl *Own) {
  if (Own->isFromASTFile() || Own->isImplicit())
    return false;
  for (const Decl *Other : Own->redecls()) {
    auto Header = Other->isFromASTFile() ? headerAt(Other->getLocation()) : std::nullopt;
    if (Header && (!Entered.test(*Header) || Sources->isBeforeInTranslationUnit(Own->getLocation(), EnteredAt[*Header])))
      return true;
  }
  return false;
}

namespace {

/// What the unit's own text names.
class NameVisitor : public RecursiveASTVisitor<NameVisitor> {
public:
  explicit NameVisitor(HeaderWatch &Watch) : Watch(Watch) {}
  const NamedDecl *Unknown = nullptr;

  bool shouldVisitTemplateInstantiations() const { return false; }
  bool VisitDeclRefExpr(DeclRefExpr *X) { return names(X->getDecl()) && names(X->getFoundDecl()); }
  bool VisitMemberExpr(MemberExpr *X) { return names(X->getMemberDecl()); }
  bool VisitCXXConstructExpr(CXXConstructExpr *X) { return names(X->getConstructor()); }
  bool VisitOverloadExpr(OverloadExpr *) { return true; }
  bool VisitUnresolvedLookupExpr(UnresolvedLookupExpr *X) { return allUnknown(X); }
  bool VisitTypedefTypeLoc(TypedefTypeLoc T) { return names(T.getDecl()); }
  bool VisitTagTypeLoc(TagTypeLoc T) { return names(T.getDecl()); }
  bool VisitTemplateSpecializationTypeLoc(TemplateSpecializationTypeLoc T) {
    const TemplateDecl *Template = T.getTypePtr()->getTemplateName().getAsTemplateDecl();
    return !Template || names(Template);
  }
  bool VisitUsingDecl(UsingDecl *D) {
    for (const UsingShadowDecl *Shadow : D->shadows())
      if (names(Shadow->getTargetDecl()))
        return true;
    return D->shadow_size() == 0;
  }
  bool VisitFunctionDecl(FunctionDecl *D) { return notAhead(D); }
  bool VisitVarDecl(VarDecl *D) { return notAhead(D); }
  bool VisitCXXStdInitializerListExpr(CXXStdInitializerListExpr *X) { // a name that the language looks up itself
    const auto *List = dyn_cast_or_null<ClassTemplateSpecializationDecl>(X->getType()->getAsCXXRecordDecl());
    return !List || names(List->getSpecializedTemplate());
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *X) {
    const CXXRecordDecl *R = X->getDestroyedType().isNull() ? nullptr : X->getDestroyedType()->getAsCXXRecordDecl();
    return !R || !R->getDefinition() || saw(R->getDefinition());
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr *X) {
    if (X->getCastKind() != CK_DerivedToBase && X->getCastKind() != CK_UncheckedDerivedToBase)
      return true;
    QualType From = X->getSubExpr()->getType();
    if (From->isPointerType())
      From = From->getPointeeType();
    const CXXRecordDecl *R = From->getAsCXXRecordDecl();
    return !R || !R->getDefinition() || saw(R->getDefinition());
  }

private:
  bool names(const NamedDecl *D) {
    if (!D || isa<NamespaceDecl>(D))
      return true;
    if (const auto *Shadow = dyn_cast<UsingShadowDecl>(D))
      D = Shadow->getTargetDecl();
    if (Watch.anyKnown(D))
      return true;
    Unknown = D;
    return false;
  }
  bool notAhead(const NamedDecl *D) {
    if (Watch.isDeclaredAhead(D))
      Unknown = D;
    return !Unknown;
  }
  bool saw(const CXXRecordDecl *Definition) {
    if (Watch.known(Definition))
      return true;
    Unknown = Definition;
    return false;
  }
  bool allUnknown(const OverloadExpr *X) {
    if (X->decls().empty() || any_of(X->decls(), [&](const NamedDecl *D) { return Watch.anyKnown(D); }))
      return true;
    Unknown = *X->decls_begin();
    return false;
  }

  HeaderWatch &Watch;
};

} // namespace

/// In a plain parse the macro would still be there, and somebody asks for it.
bool HeaderWatch::isMissed(const shared::Undone &U) {
  auto Has = [&](ArrayRef<uint32_t> Headers) { return any_of(Headers, [&](uint32_t H) { return Entered.test(H); }); };
  ArrayRef<uint32_t> Defines = SharedHeaders::list(U.defines()), Undefines = SharedHeaders::list(U.undefines());
  if (!Has(Defines) || Has(Undefines))
    return false;
  const IdentifierTable &Seen = PP->getIdentifierTable();
  return Seen.find(Set.text(U.name())) != Seen.end() || any_of(Set.naming(U.name()), [&](uint32_t Header) {
           return Entered.test(Header) && !is_contained(Defines, Header) && !is_contained(Undefines, Header);
         });
}

/// A header that stands within a declaration declares something else there. Both lists are in the order of the text.
void HeaderWatch::examineIncludes(ArrayRef<Decl *> Own) {
  auto Next = Includes.begin();
  for (const Decl *D : Own) {
    if (isa<LinkageSpecDecl>(D) || D->getSourceRange().isInvalid())
      continue;
    SourceLocation Begin = Sources->getExpansionLoc(D->getBeginLoc()), End = Sources->getExpansionLoc(D->getEndLoc());
    while (Next != Includes.end() && Sources->isBeforeInTranslationUnit(*Next, Begin))
      ++Next;
    if (Next == Includes.end())
      return;
    if (Sources->isBeforeInTranslationUnit(*Next, End))
      return doubtThat("it includes a header in the middle of a declaration");
  }
}

void HeaderWatch::examine(ArrayRef<Decl *> Own) {
  if (Set.undone())
    for (const shared::Undone *U : *Set.undone())
      if (isMissed(*U))
        return doubtThat("headers that it does not include undefine " + Set.text(U->name()));
  examineIncludes(Own);
  if (!Doubt.empty())
    return;
  NameVisitor Look(*this);
  for (Decl *D : Own)
    if (!Look.TraverseDecl(D) && Look.Unknown) {
      std::string Name;
      raw_string_ostream OS(Name);
      Look.Unknown->printQualifiedName(OS);
      auto Header = headerAt(Look.Unknown->getLocation());
      return doubtThat(Header ? "it names " + Name + " of " + Set.path(*Header) + ", which it does not include"
                              : "it declares " + Name + " itself, as headers do that it has not included before");
    }
}

} // namespace offmain
