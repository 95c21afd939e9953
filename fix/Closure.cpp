// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Closure.h.
#include "fix/Closure.h"
#include "fix/Mentions.h"
#include "fix/StatementText.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

std::string sourceRemove(const Scene &S) {
  // A macro, which the tree does not show: it came to GLib with the new threads of 2.32
  // (https://docs.gtk.org/glib/const.SOURCE_REMOVE.html, https://docs.gtk.org/glib/method.RecMutex.init.html).
  return S.lookup("g_rec_mutex_init") ? "G_SOURCE_REMOVE" : "FALSE";
}

/// scan_thread → ScanThread; scanThread → ScanThread.
static std::string camel(StringRef Name) {
  std::string Out;
  bool Up = true;
  for (char C : Name) {
    if (C != '_')
      Out += Up ? toUppercase(C) : C;
    Up = C == '_';
  }
  return Out;
}

/// scan_thread and "idle" → scan_thread_idle; scanThread → scanThreadIdle; Scanner::run → scanner_run_idle.
static std::string joined(const FunctionDecl *F, StringRef Suffix) {
  std::string Name = F && F->getDeclName().isIdentifier() ? F->getName().str() : "posted";
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(F); M && M->getParent()->getIdentifier())
    Name = M->getParent()->getName().str() + "_" + Name;
  bool Humps = !StringRef(Name).contains('_') && any_of(Name, [](char C) { return isUppercase(C); });
  if (Humps)
    return Name + camel(Suffix);
  return StringRef(Name).rtrim('_').lower() + "_" + Suffix.str();
}

namespace {

class Writer {
public:
  Writer(const Scene &S, const CStyle &Style, const ClosureShape &Shape, const Moved &From)
      : S(S), Style(Style), Shape(Shape), From(From), Cpp(S.language().CPlusPlus) {}
  Closure write(std::string Name, std::string Struct);

private:
  std::string structure() const;
  std::string freeing() const;
  std::string function() const;
  std::string declaration(const VarDecl *V) const;
  std::vector<std::string> setup() const;
  std::string member(const Carried &C) const { return From.Data + "->" + C.Name; }
  std::string line(const Twine &Text, bool Semicolon = true) const {
    return Style.Unit + Text.str() + (Semicolon ? ";" : "") + Style.End;
  }
  /// The declaration of what the function gets: the struct, or its only value.
  std::string pointer(StringRef To) const {
    std::string Type = From.Alone ? declare(S, From.Values.front().How.Type, "") : Struct + " *";
    return Type + handle() + " = " + (Cpp ? "static_cast<" + Type + ">" + (Style.SpaceBeforeParen ? " (" : "(") + To.str() + ")" : To.str());
  }
  std::string handle() const { return From.Alone ? From.Values.front().Name : From.Data; }
  bool owns() const {
    return any_of(From.Values, [](const Carried &C) { return C.How.How == Holding::Object || C.How.How == Holding::Copied; });
  }
  std::string freeName() const { return From.Alone ? From.Values.front().How.Free : From.Values.empty() ? "NULL" : owns() ? Name + "_free" : "g_free"; }

  const Scene &S;
  const CStyle &Style;
  const ClosureShape &Shape;
  const Moved &From;
  bool Cpp;
  std::string Name, Struct;
};

std::string Writer::structure() const {
  std::string Out = Cpp ? "struct " + Struct : "typedef struct";
  Out += Style.BraceOwnLine && (Style.TypeOwnLine || Style.BlockOwnLine) ? Style.End + "{" : " {";
  Out += Style.End;
  for (const Carried &C : From.Values)
    Out += line(declare(S, C.How.Type, C.Name));
  return Out + (Cpp ? "};" : "} " + Struct + ";") + Style.End + Style.End;
}

std::string Writer::freeing() const {
  std::string Out = Style.head("static void", freeName(), {"gpointer user_data"}) + line(pointer("user_data")) + Style.End;
  for (const Carried &C : From.Values) {
    if (C.How.How != Holding::Object && C.How.How != Holding::Copied)
      continue;
    if (C.How.How == Holding::Object && C.MayBeNull)
      Out += line(Style.call("g_clear_object", {"&" + member(C)}));
    else if (C.MayBeNull && C.How.Free != "g_free")
      Out += line(Style.call("g_clear_pointer", {"&" + member(C), C.How.Free}));
    else
      Out += line(Style.call(C.How.Free, {member(C)}));
  }
  return Out + line(Style.call("g_free", {From.Data})) + "}" + Style.End + Style.End;
}

/// As it was declared: with its initialiser, and with what frees it at the end.
std::string Writer::declaration(const VarDecl *V) const {
  auto Parents = S.context().getParents(*V);
  const auto *D = Parents.empty() ? nullptr : Parents[0].get<DeclStmt>();
  if (V->hasInit() && D && D->isSingleDecl())
    if (CharSourceRange R = rangeOf(S, D); R.isValid())
      return Lexer::getSourceText(R, S.sources(), S.language()).rtrim(';').str();
  StringRef Init = V->hasInit() ? Lexer::getSourceText(CharSourceRange::getTokenRange(V->getInit()->getSourceRange()), S.sources(), S.language()) : "";
  return declare(S, V->getType(), V->getName()) + (Init.empty() ? "" : " = " + Init.str());
}

std::string Writer::function() const {
  std::vector<std::string> Parameters = Shape.Parameters;
  // One value that is a gpointer anyway needs no other name.
  bool Same = From.Alone && From.Values.front().How.Type->isVoidPointerType();
  Parameters.push_back("gpointer " + (Same ? handle() : "user_data"));
  std::string Out = Style.head("static " + Shape.Returns, Name, Parameters);
  if (!From.Values.empty() && !Same)
    Out += line(pointer("user_data"));
  for (const VarDecl *V : From.Locals)
    Out += line(declaration(V));
  for (const std::string &Each : Shape.First)
    Out += line(Each, false);
  if ((!From.Values.empty() && !Same) || !From.Locals.empty() || !Shape.First.empty())
    Out += Style.End;
  for (const std::string &Each : Shape.Comment)
    Out += line(Each, false);
  for (const std::string &Each : From.Lines)
    Out += Each.empty() ? Style.End : line(Each, false);
  if (Shape.FreesItself && !From.Values.empty())
    Out += Style.End + line(Style.call(freeName(), {handle()}));
  if (!Shape.Result.empty())
    Out += Style.End + line(Shape.Result, false);
  return Out + "}" + Style.End + Style.End;
}

std::vector<std::string> Writer::setup() const {
  std::vector<std::string> Out;
  if (From.Values.empty() || From.Alone)
    return Out;
  Out.push_back(Struct + " *" + From.Data + " = " + Style.call("g_new", {Struct, "1"}) + ";");
  Out.push_back("");
  for (const Carried &C : From.Values) {
    std::string To = member(C);
    switch (C.How.How) {
    case Holding::Plain:
      Out.push_back(To + " = " + C.Value + ";");
      break;
    case Holding::Array:
      Out.push_back(Style.call("memcpy", {To, C.Value, "sizeof" + std::string(Style.SpaceBeforeParen ? " (" : "(") + To + ")"}) + ";");
      break;
    case Holding::Object:
    case Holding::Copied: {
      bool Asks = C.MayBeNull && C.How.Copy != "g_strdup";
      // What the copy gives is a gpointer for objects, which C++ would not take.
      if (Asks || (Cpp && C.How.How == Holding::Object)) {
        Out.push_back(To + " = " + C.Value + ";");
        std::string Copy = Style.call(C.How.Copy, {To}) + ";";
        if (C.How.How == Holding::Copied)
          Copy = To + " = " + Copy;
        if (Asks)
          Out.push_back("if (" + To + ")");
        Out.push_back((Asks ? Style.Unit : "") + Copy);
      } else {
        Out.push_back(To + " = " + Style.call(C.How.Copy, {C.Value}) + ";");
      }
      break;
    }
    }
  }
  return Out;
}

Closure Writer::write(std::string Named, std::string Type) {
  Name = std::move(Named);
  Struct = std::move(Type);
  Closure Out;
  Out.Name = Name;
  bool Needs = !From.Values.empty() && !From.Alone;
  Out.Definitions = (Needs ? structure() : "") + (Needs && owns() ? freeing() : "") + function();
  Out.Setup = setup();
  Out.Data = From.Alone ? Style.call(From.Values.front().How.Copy, {From.Values.front().Value}) : Needs ? From.Data : "NULL";
  Out.Free = freeName();
  Out.Held = handle();
  Out.Locals = From.Locals;
  return Out;
}

} // namespace

std::optional<Closure> makeClosure(const Scene &S, const Move &M, const ClosureShape &Shape, StringSet<> &Taken, std::string &Why) {
  auto From = moveOut(S, M, Why);
  if (!From)
    return std::nullopt;
  const Stmt *First = M.Statements.front();
  const FunctionDecl *F = outermostFunction(S, First);
  StringRef Text = S.sources().getBufferData(S.sources().getFileID(S.sources().getExpansionLoc(First->getBeginLoc())));
  auto Used = [&](const std::string &Name) { return Taken.contains(Name) || S.lookup(Name) || Text.contains(Name); };
  std::string Base = joined(F, Shape.Suffix), Name = Base;
  for (unsigned I = 2; Used(Name) || Used(camel(Name)) || Used(Name + "_free"); ++I)
    Name = Base + std::to_string(I);
  Taken.insert(Name);
  return Writer(S, styleOf(S, First), Shape, *From).write(Name, camel(Name));
}

std::string idleAdd(const Scene &S, const Closure &C, const Stmt *Instead) {
  CStyle Style = styleOf(S, Instead);
  size_t Indent = S.indentation(Instead->getBeginLoc()).size() + Style.Unit.size();
  return (C.Data == "NULL" ? Style.call("g_idle_add", {C.Name, "NULL"}, Indent)
                           : Style.call("g_idle_add_full", {"G_PRIORITY_DEFAULT_IDLE", C.Name, C.Data, C.Free}, Indent)) +
         ";";
}

/// Where the lines begin that belong to the declaration at `At`: its own, a comment above, what stands alone on lines above.
static size_t aboveOf(StringRef Text, size_t At) {
  auto LineStart = [&](size_t Of) {
    size_t End = Text.take_front(Of).rfind('\n');
    return End == StringRef::npos ? 0 : End + 1;
  };
  size_t Begin = LineStart(At);
  bool Block = false;
  while (Begin) {
    size_t Above = LineStart(Begin - 1);
    StringRef Line = Text.slice(Above, Begin).trim();
    bool Ends = Line.ends_with("*/");
    bool Words = !Line.empty() && all_of(Line, [](char C) { return isAlnum(C) || C == '_' || C == ' '; });
    if (!Block && !Ends && !Words && !Line.starts_with("//"))
      break;
    if (Ends || Block)
      Block = !Line.starts_with("/*");
    if (Ends && !Line.starts_with("/*") && Line.contains("/*"))
      break; // behind code
    Begin = Above;
  }
  return Begin;
}

std::optional<Edit> define(const Scene &S, const Stmt *Inside, ArrayRef<Closure> Closures, std::string &Why) {
  const Decl *At = outermostFunction(S, Inside);
  if (!At || cast<FunctionDecl>(At)->isTemplated())
    return Why = "the function is a template", std::nullopt;
  while (const auto *Class = dyn_cast<CXXRecordDecl>(At->getLexicalDeclContext()))
    At = Class;
  SourceLocation Begin = S.sources().getExpansionLoc(At->getBeginLoc());
  if (S.sources().getFileID(Begin) != S.sources().getFileID(S.sources().getExpansionLoc(Inside->getBeginLoc())))
    return Why = "a part of it is written by a macro", std::nullopt;
  StringRef Text = S.sources().getBufferData(S.sources().getFileID(Begin));
  size_t Offset = aboveOf(Text, S.sources().getFileOffset(Begin));
  std::string All;
  for (const Closure &C : Closures)
    All += C.Definitions;
  std::string End = S.lineEnd(Begin).str();
  All = StringRef(formatted(S, Begin, std::move(All), 0)).rtrim().str() + End + End;
  SourceLocation To = S.sources().getLocForStartOfFile(S.sources().getFileID(Begin)).getLocWithOffset(Offset);
  return S.insert(To, std::move(All));
}

Edit writeInstead(const Scene &S, const Move &M, ArrayRef<std::string> Lines, bool Declares) {
  const Stmt *First = M.Statements.front(), *Parent = S.parent(First);
  CStyle Style = styleOf(S, First);
  CharSourceRange R = rangeOf(S, M.Statements);
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Parent);
  bool Listed = isa_and_nonnull<CompoundStmt, SwitchCase, LabelStmt>(Parent); // braces are not the parent's
  std::string Indent = S.indentation(R.getBegin()).str(), Text;
  StringRef All = S.sources().getBufferData(S.sources().getFileID(R.getBegin()));
  size_t At = S.sources().getFileOffset(R.getBegin()), Before = All.take_front(At).rtrim().size();
  SourceLocation FileStart = S.sources().getLocForStartOfFile(S.sources().getFileID(R.getBegin()));
  // `if (x)⏎ call ();` → `if (x) {`: the white space before the statement goes as well, and that before an `else`.
  bool SameLine = !Listed && !Style.BlockOwnLine && Lines.size() != 1 && All.slice(Before, At).contains('\n');
  if (SameLine)
    Indent = S.indentation(FileStart.getLocWithOffset(Before)).str();
  // The block at hand is enough when it holds nothing else.
  bool Bare = Lines.size() == 1 || !Declares || (Block && Block->size() == M.Statements.size());
  bool Braces = !Bare || (!Block && Lines.size() != 1);
  size_t Column = At - All.take_front(At).rfind('\n') - 1; // further right behind a `case`
  std::string Inner = Braces ? Indent + Style.Unit : Indent + std::string(Column > Indent.size() ? Column - Indent.size() : 0, ' ');
  for (const std::string &Line : Lines)
    Text += Line + Style.End;
  Text = StringRef(formatted(S, R.getBegin(), Text, Inner.size())).rtrim().str();
  std::string Indented;
  SmallVector<StringRef> Each;
  StringRef(Text).split(Each, '\n');
  for (size_t I = 0; I != Each.size(); ++I) {
    StringRef Line = Each[I].rtrim();
    Indented += (Line.empty() || (!I && !Braces) ? "" : Inner) + Line.str() + (I + 1 == Each.size() ? "" : Style.End);
  }
  if (!Braces)
    return S.replace(R, Indented);
  if (SameLine) {
    size_t End = S.sources().getFileOffset(R.getEnd());
    StringRef Next = All.substr(End).ltrim();
    bool Else = Next.consume_front("else") && !Next.empty() && !isAsciiIdentifierContinue(Next.front());
    SourceLocation To = Else ? FileStart.getLocWithOffset(All.size() - Next.size() - 4) : R.getEnd();
    return S.replace(CharSourceRange::getCharRange(FileStart.getLocWithOffset(Before), To),
                     " {" + Style.End + Indented + Style.End + Indent + (Else ? "} " : "}"));
  }
  return S.replace(R, "{" + Style.End + Indented + Style.End + Indent + "}");
}

/// Behind the type that the declarators of a statement share.
static SourceLocation sharedTypeEnd(const VarDecl *V) {
  TypeLoc T = V->getTypeSourceInfo()->getTypeLoc();
  while (true) {
    if (auto P = T.getAs<PointerTypeLoc>())
      T = P.getPointeeLoc();
    else if (auto A = T.getAs<ArrayTypeLoc>())
      T = A.getElementLoc();
    else
      return T.getEndLoc();
  }
}

std::vector<Edit> undeclare(const Scene &S, ArrayRef<const VarDecl *> Gone) {
  std::vector<Edit> Out;
  const FunctionDecl *F = Gone.empty() ? nullptr : dyn_cast<FunctionDecl>(Gone.front()->getDeclContext());
  if (!F || !F->getBody())
    return Out;
  anyIn(F->getBody(), [&](const Stmt *X) {
    const auto *D = dyn_cast<DeclStmt>(X);
    if (!D || none_of(D->decls(), [&](const Decl *Each) { return is_contained(Gone, Each); }) || !S.written(D->getSourceRange()))
      return false;
    std::string Left;
    for (const Decl *Each : D->decls()) {
      const auto *V = dyn_cast<VarDecl>(Each);
      if (!V)
        return false;
      if (is_contained(Gone, V))
        continue;
      SourceLocation From = V == *D->decl_begin() ? S.after(sharedTypeEnd(V)) : SourceLocation();
      for (const Decl *Before : D->decls()) // behind the comma after the one before
        if (Before != V && (From.isInvalid() || S.sources().isBeforeInTranslationUnit(From, Before->getEndLoc())) &&
            S.sources().isBeforeInTranslationUnit(Before->getEndLoc(), V->getLocation()))
          if (auto Comma = Lexer::findNextToken(Before->getEndLoc(), S.sources(), S.language()))
            From = Comma->getEndLoc();
      Left += (Left.empty() ? " " : ", ") +
              Lexer::getSourceText(CharSourceRange::getCharRange(From, S.after(V->getEndLoc())), S.sources(), S.language()).trim().str();
    }
    if (!Left.empty()) {
      SourceLocation From = S.after(sharedTypeEnd(cast<VarDecl>(*D->decl_begin())));
      Out.push_back(S.replace(CharSourceRange::getCharRange(From, D->getEndLoc()), Left));
      return false;
    }
    // The whole line, when there is nothing else on it.
    StringRef All = S.sources().getBufferData(S.sources().getFileID(D->getBeginLoc()));
    size_t Begin = S.sources().getFileOffset(D->getBeginLoc()), End = S.sources().getFileOffset(S.after(D->getEndLoc()));
    size_t Line = All.take_front(Begin).rtrim(" \t").size(), Next = All.find('\n', End);
    if (Line && All[Line - 1] == '\n' && Next != StringRef::npos && All.slice(End, Next).trim().empty()) {
      Begin = Line;
      End = Next + 1;
      // No empty line is left at the top of the block.
      StringRef Below = All.substr(End).take_until([](char C) { return C == '\n'; });
      if (All.take_front(Begin).rtrim().ends_with("{") && Below.trim().empty())
        End = std::min(End + Below.size() + 1, All.size());
    }
    SourceLocation Start = S.sources().getLocForStartOfFile(S.sources().getFileID(D->getBeginLoc()));
    Out.push_back(S.replace(CharSourceRange::getCharRange(Start.getLocWithOffset(Begin), Start.getLocWithOffset(End)), ""));
    return false;
  });
  return Out;
}

} // namespace offmain::fix
