// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SharedHeaders.h: making a set.
//
//   names of headers ─▶ STEM.h ─▶ clang's precompiled header, with a Recorder listening ─▶ STEM.pch
//   Recorder + the text of each header, lexed raw ─▶ who names which macro of whom ─▶ STEM.index
//
// A header that does not compile beside the others is left out, and the set made again.
#include "extract/Parse.h"
#include "extract/RecordingFileSystem.h"
#include "extract/SharedHeaders.h"
#include "extract/SystemHeaders.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace offmain {

namespace {

/// What becomes of a name as a macro.
struct MacroLife {
  SetVector<uint32_t> Defines, Undefines; ///< headers
  const MacroInfo *First = nullptr;
  bool Same = true; ///< all define it with the same words
};

/// What is seen of the headers while they are precompiled.
struct Seen {
  std::vector<FileID> Files; ///< by header: the first time it was entered
  std::vector<std::string> Paths;
  std::vector<SetVector<uint32_t>> Includes;
  std::vector<unsigned> Times; ///< how often it was entered
  std::vector<uint32_t> Parents; ///< header + 1: who entered it first
  StringMap<uint32_t> ByPath;
  DenseMap<FileID, uint32_t> ByFile; ///< header + 1
  std::map<FileID, std::vector<std::pair<unsigned, unsigned>>> Skipped; ///< offsets
  StringMap<MacroLife> Macros;
  SmallVector<unsigned, 4> BadLines; ///< of the source, with an error in what they include
};

class Recorder : public PPCallbacks {
public:
  Recorder(Preprocessor &PP, Seen &Out) : PP(PP), Sources(PP.getSourceManager()), Out(Out) {}

  void LexedFileChanged(FileID File, LexedFileChangeReason Reason, SrcMgr::CharacteristicKind, FileID, SourceLocation) override {
    if (Reason == LexedFileChangeReason::EnterFile)
      if (auto Header = headerOf(File))
        ++Out.Times[*Header];
  }
  void InclusionDirective(SourceLocation Hash, const Token &, StringRef, bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef, StringRef, const clang::Module *, bool, SrcMgr::CharacteristicKind) override {
    if (auto From = headerOf(Sources.getFileID(Hash)); From && File)
      Pending.push_back({*From, File->getFileEntry().tryGetRealPathName().str()});
  }
  void SourceRangeSkipped(SourceRange Range, SourceLocation) override {
    auto [File, Begin] = Sources.getDecomposedLoc(Range.getBegin());
    Out.Skipped[File].push_back({Begin, Sources.getFileOffset(Range.getEnd())});
  }
  void MacroDefined(const Token &Name, const MacroDirective *Now) override {
    auto Header = headerOf(Sources.getFileID(Now->getMacroInfo()->getDefinitionLoc()));
    if (!Header)
      return;
    MacroLife &Life = Out.Macros[Name.getIdentifierInfo()->getName()];
    Life.Defines.insert(*Header);
    if (!Life.First)
      Life.First = Now->getMacroInfo();
    Life.Same &= Life.First->isIdenticalTo(*Now->getMacroInfo(), PP, /*Syntactically=*/true);
  }
  void MacroUndefined(const Token &Name, const MacroDefinition &, const MacroDirective *) override {
    if (auto Header = headerOf(Sources.getFileID(Name.getLocation())))
      Out.Macros[Name.getIdentifierInfo()->getName()].Undefines.insert(*Header);
  }
  void EndOfMainFile() override {
    for (auto &[From, Path] : Pending)
      if (auto It = Out.ByPath.find(Path); It != Out.ByPath.end())
        Out.Includes[From].insert(It->second);
  }

private:
  std::optional<uint32_t> headerOf(FileID File) {
    auto [It, New] = Out.ByFile.try_emplace(File, 0);
    if (New && File != Sources.getMainFileID())
      if (OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File)) {
        StringRef Path = Entry->getFileEntry().tryGetRealPathName();
        auto [Known, First] = Out.ByPath.try_emplace(Path, Out.Files.size());
        if (First) {
          Out.Files.push_back(File);
          Out.Paths.push_back(Path.str());
          Out.Includes.emplace_back();
          Out.Times.push_back(0);
          auto Includer = Out.ByFile.find(Sources.getFileID(Sources.getIncludeLoc(File)));
          Out.Parents.push_back(Includer == Out.ByFile.end() ? 0 : Includer->second);
        }
        It->second = Known->second + 1;
      }
    return It->second ? std::optional(It->second - 1) : std::nullopt;
  }

  Preprocessor &PP;
  const SourceManager &Sources;
  Seen &Out;
  std::vector<std::pair<uint32_t, std::string>> Pending;
};

/// A condition of macros being there, as far as it is made of `defined`, `!`, `&&`, `||` and parentheses.
class Condition {
public:
  Condition(const Preprocessor &PP, ArrayRef<std::string> Given) : PP(PP) {
    for (const std::string &Word : Given)
      if (!Word.empty())
        Words.push_back(Word);
  }
  /// Whether it turns with the macro, all others being as they are; yes when it is made of other things.
  bool dependsOn(StringRef Macro) {
    auto With = evaluate(Macro, true), Without = evaluate(Macro, false);
    return !With || !Without || *With != *Without;
  }

private:
  std::optional<bool> evaluate(StringRef Macro, bool Is) {
    Name = Macro;
    Value = Is;
    At = 0;
    auto Result = either();
    return At == Words.size() ? Result : std::nullopt;
  }
  bool take(StringRef Word) { return At < Words.size() && Words[At] == Word && ++At; }
  std::optional<bool> either() {
    auto Left = both();
    while (Left && take("||")) {
      auto Right = both();
      Left = Right ? std::optional(*Left || *Right) : std::nullopt;
    }
    return Left;
  }
  std::optional<bool> both() {
    auto Left = one();
    while (Left && take("&&")) {
      auto Right = one();
      Left = Right ? std::optional(*Left && *Right) : std::nullopt;
    }
    return Left;
  }
  std::optional<bool> one() {
    if (take("!")) {
      auto Inner = one();
      return Inner ? std::optional(!*Inner) : std::nullopt;
    }
    if (take("(")) {
      auto Inner = either();
      return take(")") ? Inner : std::nullopt;
    }
    if (!take("defined"))
      return std::nullopt;
    bool Closed = take("(");
    if (At == Words.size())
      return std::nullopt;
    StringRef Asked = Words[At++];
    if (Closed && !take(")"))
      return std::nullopt;
    return Asked == Name ? Value : PP.getIdentifierInfo(Asked)->hasMacroDefinition();
  }

  const Preprocessor &PP;
  std::vector<std::string> Words;
  StringRef Name;
  bool Value = false;
  size_t At = 0;
};

/// Writes the index when the headers are read.
class Indexer {
public:
  Indexer(const Preprocessor &PP, Seen &S) : PP(PP), Sources(PP.getSourceManager()), S(S) {}
  shared::SetT run(ArrayRef<std::string> Prologue);

private:
  bool repeatsMacro(const Token &T) const;
  bool repeats(uint32_t Header, unsigned Directive) const;
  void lex(uint32_t Header);
  void close();
  void relate(shared::SetT &Set);
  void tellWords(StringRef Name, const SetVector<uint32_t> &Asking, const SetVector<uint32_t> &Saying, shared::SetT &Set);

  const Preprocessor &PP;
  const SourceManager &Sources;
  Seen &S;
  struct Mentions {
    SetVector<uint32_t> In, Defining; ///< headers
    SetVector<uint32_t> Asking;       ///< of In: where it can decide something
    SetVector<uint32_t> Guarded;      ///< that would define it, had no other header done so
  };
  std::map<std::string, Mentions> Naming;
  StringMap<uint32_t> Numbers; ///< of names
  std::vector<BitVector> Closure; ///< by header: what it includes, and what that includes
};

/// The definition that begins with its name at T is, word by word, the one that is in force.
bool Indexer::repeatsMacro(const Token &T) const {
  auto It = S.Macros.find(T.getRawIdentifier());
  if (It == S.Macros.end() || !It->second.Same || !It->second.First || It->second.First->isFunctionLike())
    return false;
  auto [File, Offset] = Sources.getDecomposedLoc(T.getLocation());
  StringRef Text = Sources.getBufferData(File);
  Lexer Line(Sources.getLocForStartOfFile(File), PP.getLangOpts(), Text.begin(), Text.begin() + Offset, Text.end());
  Token Word;
  Line.LexFromRawLexer(Word); // the name
  for (const Token &Wanted : It->second.First->tokens()) {
    Line.LexFromRawLexer(Word);
    if (Word.isAtStartOfLine() || Lexer::getSpelling(Word, Sources, PP.getLangOpts()) != PP.getSpelling(Wanted))
      return false;
  }
  Line.LexFromRawLexer(Word);
  return Word.isAtStartOfLine() || Word.is(tok::eof);
}

/// The `#ifndef` at the offset leaves out nothing but definitions that others have made, in the same words.
bool Indexer::repeats(uint32_t Header, unsigned Directive) const {
  auto It = S.Skipped.find(S.Files[Header]);
  if (It == S.Skipped.end() || S.Times[Header] > 1)
    return false;
  StringRef Text = Sources.getBufferData(S.Files[Header]);
  unsigned Hash = Text.take_front(Directive).rfind('#');
  auto Range = find_if(It->second, [&](auto R) { return R.first == Hash; });
  if (Range == It->second.end())
    return false;
  Lexer Raw(Sources.getLocForStartOfFile(S.Files[Header]), PP.getLangOpts(), Text.begin(), Text.begin() + Directive, Text.end());
  Token T;
  auto Next = [&] { Raw.LexFromRawLexer(T); };
  auto SkipLine = [&] {
    do
      Next();
    while (T.isNot(tok::eof) && !T.isAtStartOfLine());
  };
  unsigned Off = 0;
  for (Next(), Next(), Next(); Sources.getFileOffset(T.getLocation()) < Range->second && T.isNot(tok::eof);) { // behind `ifndef M`
    if (T.isNot(tok::hash) || !T.isAtStartOfLine()) {
      if (!Off)
        return false;
      SkipLine();
      continue;
    }
    Next();
    StringRef Word = T.is(tok::raw_identifier) ? T.getRawIdentifier() : StringRef();
    if (Off) { // within a condition that does not hold
      Off += Word.starts_with("if") ? 1 : Word == "endif" ? -1 : 0;
      SkipLine();
      continue;
    }
    if (Word == "ifdef" || Word == "ifndef") {
      Next();
      Off = T.is(tok::raw_identifier) &&
                    PP.getIdentifierInfo(T.getRawIdentifier())->hasMacroDefinition() == (Word == "ifdef") ? 0 : 1;
      SkipLine();
      continue;
    }
    if (Word == "endif") {
      SkipLine();
      continue;
    }
    if (Word != "define")
      return false;
    Next();
    if (T.isNot(tok::raw_identifier) || !repeatsMacro(T))
      return false;
    SkipLine();
  }
  return true;
}

void Indexer::lex(uint32_t Header) {
  FileID File = S.Files[Header];
  auto Buffer = Sources.getBufferOrNone(File);
  if (!Buffer)
    return;
  // One that is entered more than once may leave out something else each time.
  static const std::vector<std::pair<unsigned, unsigned>> Nothing;
  auto It = S.Skipped.find(File);
  const auto &Skipped = S.Times[Header] > 1 || It == S.Skipped.end() ? Nothing : It->second;
  Lexer Raw(File, *Buffer, Sources, PP.getLangOpts());
  Token T;
  Raw.LexFromRawLexer(T);
  auto IsSkipped = [&](unsigned Offset) {
    return any_of(Skipped, [&](auto Range) { return Offset > Range.first && Offset < Range.second; });
  };
  // What a name meant before is of no interest to a header that begins with defining or undefining it.
  auto Take = [&](bool Defines, bool OfCondition = false) {
    if (T.isNot(tok::raw_identifier))
      return;
    if (!OfCondition && IsSkipped(Sources.getFileOffset(T.getLocation()))) {
      if (Defines && repeatsMacro(T))
        Naming[T.getRawIdentifier().str()].Guarded.insert(Header);
      return;
    }
    Mentions &M = Naming[T.getRawIdentifier().str()];
    if (!Defines && !OfCondition)
      M.Asking.insert(Header);
    if (!M.Defining.contains(Header) || (S.Times[Header] > 1 && !Defines))
      (Defines && !M.In.contains(Header) ? M.Defining : M.In).insert(Header);
  };
  auto Next = [&] { Raw.LexFromRawLexer(T); };
  auto SkipLine = [&] {
    while (T.isNot(tok::eof) && !T.isAtStartOfLine())
      Next();
  };
  while (T.isNot(tok::eof)) {
    if (T.isNot(tok::hash) || !T.isAtStartOfLine()) {
      Take(false);
      Next();
      continue;
    }
    Next();
    if (T.isNot(tok::raw_identifier) || T.isAtStartOfLine())
      continue;
    StringRef Directive = T.getRawIdentifier();
    if (Directive == "define" || Directive == "undef") { // what the body names matters where it is used
      Next();
      if (!T.isAtStartOfLine())
        Take(true);
      SkipLine();
    } else if (Directive == "ifndef" && repeats(Header, Sources.getFileOffset(T.getLocation()))) {
      SkipLine(); // whoever comes first says what all say
    } else if (Directive.starts_with("include") || Directive == "import") {
      Next();
      if (!T.isAtStartOfLine() && T.is(tok::raw_identifier)) // the header's name is a macro
        Take(false);
      SkipLine();
    } else if (Directive.starts_with("if") || Directive.starts_with("elif")) { // a false one is part of what is left out
      std::vector<std::string> Words;
      if (Directive.ends_with("def"))
        Words = {Directive.ends_with("ndef") ? "!" : "", "defined"};
      for (Next(); T.isNot(tok::eof) && !T.isAtStartOfLine(); Next()) {
        Take(false, /*OfCondition=*/true);
        Words.push_back(T.is(tok::raw_identifier) ? T.getRawIdentifier().str() : Lexer::getSpelling(T, Sources, PP.getLangOpts()));
      }
      for (const std::string &Word : Words)
        if (auto It = Naming.find(Word); It != Naming.end() && Condition(PP, Words).dependsOn(Word))
          It->second.Asking.insert(Header);
    } else if (Directive == "error" || Directive == "warning" || Directive == "pragma" || Directive == "line") {
      SkipLine();
    }
  }
}

void Indexer::close() {
  uint32_t Count = S.Paths.size();
  Closure.assign(Count, BitVector(Count));
  for (uint32_t Header = 0; Header != Count; ++Header) {
    std::vector<uint32_t> Left(S.Includes[Header].begin(), S.Includes[Header].end());
    while (!Left.empty()) {
      uint32_t Next = Left.back();
      Left.pop_back();
      if (Closure[Header].test(Next))
        continue;
      Closure[Header].set(Next);
      append_range(Left, S.Includes[Next]);
    }
  }
}

/// Headers that ask whether a certain header includes them (GTK's ask for gtk.h). Not those that are made to be included in parts.
void Indexer::tellWords(StringRef Name, const SetVector<uint32_t> &Asking, const SetVector<uint32_t> &Saying, shared::SetT &Set) {
  auto Word = std::make_unique<shared::WordT>();
  for (uint32_t Header : Asking) {
    bool Heard = false;
    for (uint32_t Up = S.Parents[Header]; Up && !Heard; Up = S.Parents[Up - 1])
      Heard = Saying.contains(Up - 1);
    if (S.Times[Header] == 1 && !Saying.contains(Header))
      (Heard ? Word->heard : Word->not_heard).push_back(Header);
  }
  if (Word->heard.empty() && Word->not_heard.empty())
    return;
  Word->name = Numbers.lookup(Name);
  Word->said_by.assign(Saying.begin(), Saying.end());
  Set.words.push_back(std::move(Word));
}

void Indexer::relate(shared::SetT &Set) {
  std::vector<SetVector<uint32_t>> Before(S.Paths.size()), After(S.Paths.size());
  std::vector<StringRef> Names;
  for (const auto &Macro : S.Macros)
    Names.push_back(Macro.getKey());
  llvm::sort(Names);
  for (StringRef Name : Names) {
    const MacroLife &Life = S.Macros.find(Name)->second;
    const IdentifierInfo *II = PP.getIdentifierInfo(Name);
    bool Transient = !II->hasMacroDefinition();
    auto IsUndone = [&](uint32_t Definer) {
      return none_of(Life.Undefines, [&](uint32_t Other) { return Other == Definer || Closure[Definer].test(Other); });
    };
    if (Transient && any_of(Life.Defines, IsUndone)) {
      auto U = std::make_unique<shared::UndoneT>();
      U->name = Numbers.lookup(Name);
      U->defines.assign(Life.Defines.begin(), Life.Defines.end());
      U->undefines.assign(Life.Undefines.begin(), Life.Undefines.end());
      Set.undone.push_back(std::move(U));
    }
    const Mentions &M = Naming[Name.str()];
    if (Transient) { // a word from a header to those it includes
      tellWords(Name, M.Asking, Life.Defines, Set);
      continue;
    }
    auto Depend = [&](const SetVector<uint32_t> &Headers) {
      for (uint32_t Header : Headers)
        for (uint32_t Definer : Life.Defines)
          // `#ifndef M`, `#define M`: who comes first does it for all.
          if (Definer != Header && !Closure[Header].test(Definer) &&
              !(Life.Same && (M.Guarded.contains(Header) || Life.Defines.contains(Header))))
            (Definer < Header ? Before : After)[Header].insert(Definer);
    };
    Depend(M.Asking);
    if (!Life.Same) // the last one counts
      Depend(M.Defining);
  }
  for (uint32_t Header = 0; Header != S.Paths.size(); ++Header) {
    Set.headers[Header]->before.assign(Before[Header].begin(), Before[Header].end());
    Set.headers[Header]->after.assign(After[Header].begin(), After[Header].end());
  }
}

shared::SetT Indexer::run(ArrayRef<std::string> Prologue) {
  shared::SetT Set;
  for (uint32_t Header = 0; Header != S.Paths.size(); ++Header) {
    auto H = std::make_unique<shared::HeaderT>();
    H->path = S.Paths[Header];
    H->includes.assign(S.Includes[Header].begin(), S.Includes[Header].end());
    Set.headers.push_back(std::move(H));
    lex(Header);
  }
  close();
  for (const auto &[Text, M] : Naming) {
    auto N = std::make_unique<shared::NameT>();
    N->text = Text;
    N->headers.assign(M.In.begin(), M.In.end());
    for (uint32_t Header : M.Defining)
      if (!M.In.contains(Header))
        N->defining.push_back(Header);
    N->repeating.assign(M.Guarded.begin(), M.Guarded.end());
    StringRef Word = Text;
    if (any_of(Prologue, [&](StringRef P) { return P.take_while([](char C) { return isAlnum(C) || C == '_'; }) == Word; }))
      Set.prologue.push_back(Set.names.size());
    Numbers[Text] = Set.names.size();
    Set.names.push_back(std::move(N));
  }
  relate(Set);
  return Set;
}

class PrecompileAction : public GeneratePCHAction {
public:
  PrecompileAction(Seen &S, shared::SetT &Set, ArrayRef<std::string> Prologue) : S(S), Set(Set), Prologue(Prologue) {}

protected:
  bool BeginSourceFileAction(CompilerInstance &CI) override {
    CI.getPreprocessor().addPPCallbacks(std::make_unique<Recorder>(CI.getPreprocessor(), S));
    return GeneratePCHAction::BeginSourceFileAction(CI);
  }
  void EndSourceFileAction() override {
    Set = Indexer(getCompilerInstance().getPreprocessor(), S).run(Prologue);
    GeneratePCHAction::EndSourceFileAction();
  }

private:
  Seen &S;
  shared::SetT &Set;
  ArrayRef<std::string> Prologue;
};

std::string sourceOf(const SystemHeaders &Headers) {
  std::string Text;
  for (const std::string &Macro : Headers.Prologue)
    Text += "#define " + Macro + "\n";
  for (const std::string &Name : Headers.Names)
    Text += "#include <" + Name + ">\n";
  return Text;
}

std::string writeFile(const Twine &Path, StringRef Bytes) {
  if (Error E = writeToOutput(Path.str(), [&](raw_ostream &OS) {
        OS << Bytes;
        return Error::success();
      }))
    return toString(std::move(E));
  return {};
}

} // namespace

SharingResult shareHeaders(ArrayRef<ExtractRequest> Units, StringRef Stem, IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  SharingResult Result;
  auto Recording = makeIntrusiveRefCnt<RecordingFileSystem>(std::move(Files));
  SystemHeaders Headers;
  withDeepStack([&] { Headers = systemHeadersOf(Units, Recording); });
  if (Headers.Names.empty()) {
    Result.Trouble = "the units include no header outside the project";
    return Result;
  }
  // A set costs a parse of each header and as much again to write it, measured; and each unit that uses it, a twentieth of
  // its own headers.
  if (Headers.UnitBytes < 2 * Headers.UnionBytes + Headers.UnitBytes / 20) {
    Result.Trouble = ("too little in common: " + Twine(Headers.UnitBytes / 1024) + " KB of headers, " + Twine(Headers.UnionBytes / 1024) +
                      " KB of them different").str();
    return Result;
  }
  constexpr unsigned MaxTries = 4;
  std::string Pch = (Stem + ".pch").str();
  for (unsigned Try = 0; Try != MaxTries; ++Try) {
    Result.Trouble = writeFile(Stem + ".h", sourceOf(Headers));
    if (!Result.Trouble.empty())
      return Result;
    Seen S;
    shared::SetT Set;
    ParseOutcome Parse;
    withDeepStack([&] {
      Parse = precompile(Units.front(), Recording, (Stem + ".h").str(), Pch,
                         [&] { return std::make_unique<PrecompileAction>(S, Set, Headers.Prologue); });
    });
    SmallSet<unsigned, 8> Bad;
    for (const Problem &P : Parse.Seen.Kept)
      if (P.TopLine)
        Bad.insert(P.TopLine);
    if (Parse.Seen.Errors == 0 && Parse.FatalMessage.empty()) {
      uint64_t Size = 0;
      if (sys::fs::file_size(Pch, Size)) {
        Result.Trouble = "the precompiled header was not written";
        return Result;
      }
      Set.precompiled_size = Size;
      flatbuffers::FlatBufferBuilder Builder;
      Builder.Finish(shared::Set::Pack(Builder, &Set));
      Result.Trouble = writeFile(Stem + ".index", StringRef(reinterpret_cast<const char *>(Builder.GetBufferPointer()), Builder.GetSize()));
      Result.Reads = Recording->opened();
      Result.Absent = Recording->absent();
      Result.Listed = Recording->listed();
      erase_if(Result.Reads, [&](StringRef Path) { return Path.starts_with(Stem); });
      erase_if(Result.Absent, [&](StringRef Path) { return Path.starts_with(Stem); });
      return Result;
    }
    Result.Trouble = Parse.Seen.Kept.empty() ? Parse.FatalMessage : Parse.Seen.Kept.front().Text;
    size_t Defines = StringRef(sourceOf({{}, Headers.Prologue})).count('\n'), Before = Headers.Names.size();
    std::vector<std::string> Left;
    for (size_t I = 0; I != Before; ++I)
      if (!Bad.contains(Defines + I + 1))
        Left.push_back(Headers.Names[I]);
    if (Left.size() == Before || Left.empty())
      return Result;
    Headers.Names = std::move(Left);
  }
  return Result;
}

} // namespace offmain
