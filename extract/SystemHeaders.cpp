// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SystemHeaders.h.
#include "extract/SystemHeaders.h"
#include "extract/Parse.h"
#include "extract/Places.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include <map>

using namespace clang;
using namespace llvm;
namespace scan = clang::dependency_directives_scan;

namespace offmain {

namespace {

/// Follows the text of units, through the project's files and the headers outside.
class Reach : public PreprocessorFrontendAction {
public:
  Reach(ArrayRef<std::string> Mains, SystemHeaders &Out) : Mains(Mains), Out(Out) {}
  /// Macros in question: Out.Prologue is left with those whose name is in the text of a header outside.
  std::map<std::string, std::string> Candidates;

protected:
  void ExecuteAction() override;

private:
  struct Text {
    uint64_t Bytes = 0;
    bool Outside = false;
    /// In the order of the text; with the number of its name where a file of the project includes a header outside.
    std::vector<std::pair<FileEntryRef, std::optional<uint32_t>>> Includes;
  };
  const Text &text(FileEntryRef File);
  OptionalFileEntryRef find(StringRef Name, bool Angled, FileEntryRef From);
  void include(StringRef Spelled, FileEntryRef From, Text &Into);
  void follow(ArrayRef<FileEntryRef> Roots);
  void keepNamed();

  ArrayRef<std::string> Mains;
  SystemHeaders &Out;
  std::map<const FileEntry *, Text> Texts;
  SetVector<const FileEntry *> Union; ///< headers outside that any unit reaches
  std::map<const FileEntry *, FileEntryRef> Refs;
  StringMap<uint32_t> Known;
  std::vector<std::string> Spelled;
  std::vector<unsigned> Counts; ///< units that reach it
  std::vector<double> Positions; ///< where in their text, 0 to 1, summed over them
};

bool isOutside(FileEntryRef File) {
  StringRef Path = File.getFileEntry().tryGetRealPathName();
  return Path.starts_with("/usr/") || Path.starts_with("/opt/");
}

OptionalFileEntryRef Reach::find(StringRef Name, bool Angled, FileEntryRef From) {
  HeaderSearch &Search = getCompilerInstance().getPreprocessor().getHeaderSearchInfo();
  (void)Search.getFileInfo(From); // the search wants to know the includer
  std::pair<OptionalFileEntryRef, DirectoryEntryRef> Includer(From, From.getDir());
  bool Mapped = false, Framework = false;
  ConstSearchDirIterator Where = nullptr;
  ModuleMap::KnownHeader Module;
  return Search.LookupFile(Name, SourceLocation(), Angled, nullptr, &Where, Includer, nullptr, nullptr, nullptr, &Module,
                           &Mapped, &Framework);
}

void Reach::include(StringRef Spelling, FileEntryRef From, Text &Into) {
  bool Angled = Spelling.front() == '<';
  StringRef Name = Spelling.drop_front().drop_back();
  OptionalFileEntryRef Found = find(Name, Angled, From);
  if (!Found)
    return;
  Into.Includes.push_back({*Found, std::nullopt});
  if (Into.Outside || !isOutside(*Found))
    return;
  if (!Angled)
    if (OptionalFileEntryRef Same = find(Name, true, From); !Same || &Same->getFileEntry() != &Found->getFileEntry())
      return; // only reached by way of its folder
  auto [It, New] = Known.try_emplace(Name, Spelled.size());
  if (New) {
    Spelled.push_back(Name.str());
    Counts.push_back(0);
    Positions.push_back(0);
  }
  Into.Includes.back().second = It->second;
}

const Reach::Text &Reach::text(FileEntryRef File) {
  auto [It, New] = Texts.try_emplace(&File.getFileEntry());
  Text &Into = It->second;
  if (!New)
    return Into;
  Refs.try_emplace(&File.getFileEntry(), File);
  Into.Outside = isOutside(File);
  auto Buffer = getCompilerInstance().getFileManager().getBufferForFile(File);
  if (!Buffer)
    return Into;
  StringRef Source = (*Buffer)->getBuffer();
  Into.Bytes = Source.size();
  SmallVector<scan::Token, 64> Tokens;
  SmallVector<scan::Directive, 64> Directives;
  if (scanSourceForDependencyDirectives(Source, Tokens, Directives))
    return Into;
  for (const scan::Directive &D : Directives) {
    if (D.Kind != scan::pp_include && D.Kind != scan::pp_import && D.Kind != scan::pp_include_next)
      continue;
    StringRef Line = Source.substr(D.Tokens.front().Offset, D.Tokens.back().getEnd() - D.Tokens.front().Offset);
    size_t Begin = Line.find_first_of("<\"");
    if (Begin == StringRef::npos)
      continue;
    size_t End = Line.find(Line[Begin] == '<' ? '>' : '"', Begin + 1);
    if (End != StringRef::npos && End > Begin + 1)
      include(Line.slice(Begin, End + 1), File, Into);
  }
  return Into;
}

/// One unit: its source and what is forced upon it.
void Reach::follow(ArrayRef<FileEntryRef> Roots) {
  SetVector<const FileEntry *> Seen;
  SetVector<uint32_t> Names;
  std::vector<std::pair<FileEntryRef, std::optional<uint32_t>>> Left;
  for (FileEntryRef Root : reverse(Roots))
    Left.push_back({Root, std::nullopt});
  while (!Left.empty()) {
    auto [File, Name] = Left.back();
    Left.pop_back();
    if (Name)
      Names.insert(*Name);
    if (!Seen.insert(&File.getFileEntry()))
      continue;
    const Text &T = text(File);
    if (T.Outside) {
      Union.insert(&File.getFileEntry());
      Out.UnitBytes += T.Bytes;
    }
    append_range(Left, reverse(T.Includes));
  }
  for (size_t I = 0; I != Names.size(); ++I) {
    ++Counts[Names[I]];
    Positions[Names[I]] += double(I) / double(Names.size());
  }
}

/// Most of what a unit defines (the guards of its headers) nobody outside has heard of.
void Reach::keepNamed() {
  StringSet<> Named;
  for (const FileEntry *File : Union) {
    if (Named.size() == Candidates.size())
      break;
    auto Buffer = getCompilerInstance().getFileManager().getBufferForFile(Refs.at(File));
    if (!Buffer)
      continue;
    Lexer Raw(SourceLocation(), LangOptions(), (*Buffer)->getBufferStart(), (*Buffer)->getBufferStart(),
              (*Buffer)->getBufferEnd());
    for (Token T; !Raw.LexFromRawLexer(T);)
      if (T.is(tok::raw_identifier) && Candidates.contains(T.getRawIdentifier().str()))
        Named.insert(T.getRawIdentifier());
  }
  for (auto &[Name, Text] : Candidates)
    if (Named.contains(Name))
      Out.Prologue.push_back(Text);
}

void Reach::ExecuteAction() {
  FileManager &Files = getCompilerInstance().getFileManager();
  for (const std::string &Main : Mains) {
    auto File = Files.getOptionalFileRef(Main);
    if (!File)
      continue;
    std::vector<FileEntryRef> Roots;
    for (const std::string &Forced : getCompilerInstance().getPreprocessorOpts().Includes)
      if (auto Found = find(Forced, false, *File))
        Roots.push_back(*Found);
    Roots.push_back(*File);
    follow(Roots);
  }
  for (const FileEntry *File : Union)
    Out.UnionBytes += Texts[File].Bytes;
  std::vector<uint32_t> Order(Spelled.size());
  std::iota(Order.begin(), Order.end(), 0);
  // What few include comes last, where it is in nobody's way.
  stable_sort(Order, [&](uint32_t A, uint32_t B) {
    return Counts[A] != Counts[B] ? Counts[A] > Counts[B] : Positions[A] < Positions[B];
  });
  for (uint32_t Header : Order)
    Out.Names.push_back(Spelled[Header]);
  keepNamed();
}

/// Reads a unit up to the first header outside: what macros has its own text defined?
class Prologue : public PreprocessorFrontendAction {
public:
  explicit Prologue(std::map<std::string, std::string> &Macros) : Macros(Macros) {}

protected:
  void ExecuteAction() override {
    Preprocessor &PP = getCompilerInstance().getPreprocessor();
    bool Reached = false;
    PP.addPPCallbacks(std::make_unique<Watch>(Reached));
    PP.EnterMainSourceFile();
    Token T;
    do
      PP.Lex(T);
    while (T.isNot(tok::eof) && !Reached);
    const SourceManager &Sources = PP.getSourceManager();
    for (const auto &[Name, State] : PP.macros(false)) {
      const MacroInfo *Macro = PP.getMacroInfo(Name);
      if (!Macro || Macro->isBuiltinMacro())
        continue;
      FileID File = Sources.getFileID(Macro->getDefinitionLoc());
      OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
      if (!Entry || isOutside(*Entry))
        continue;
      StringRef Text = Lexer::getSourceText(
          CharSourceRange::getTokenRange(Macro->getDefinitionLoc(), Macro->getDefinitionEndLoc()), Sources,
          PP.getLangOpts());
      Macros[Name->getName().str()] = Text.str();
    }
  }

private:
  class Watch : public PPCallbacks {
  public:
    explicit Watch(bool &Reached) : Reached(Reached) {}
    void InclusionDirective(SourceLocation, const Token &, StringRef, bool, CharSourceRange, OptionalFileEntryRef File,
                            StringRef, StringRef, const clang::Module *, bool, SrcMgr::CharacteristicKind) override {
      Reached |= File && isOutside(*File);
    }

  private:
    bool &Reached;
  };
  std::map<std::string, std::string> &Macros;
};

} // namespace

SystemHeaders systemHeadersOf(ArrayRef<ExtractRequest> Units, IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  SystemHeaders Out;
  if (Units.empty())
    return Out;
  std::vector<std::string> Mains;
  for (const ExtractRequest &Unit : Units) {
    SmallString<256> Path(Unit.File);
    if (!sys::path::is_absolute(Path)) {
      Path = Unit.Directory;
      sys::path::append(Path, Unit.File);
    }
    Mains.push_back(std::string(Path));
  }
  auto Always = [] { return true; };
  // A few units stand for all: one that differs is noticed when it is parsed (HeaderWatch).
  constexpr size_t MaxAsked = 9;
  size_t Asked = std::min(MaxAsked, Units.size());
  std::map<std::pair<std::string, std::string>, size_t> Have; ///< (name, text) → units
  for (size_t I = 0; I != Asked; ++I) {
    std::map<std::string, std::string> Macros;
    parseUnit(Units[I * Units.size() / Asked], Files, [&] { return std::make_unique<Prologue>(Macros); }, Always);
    for (const auto &Each : Macros)
      ++Have[Each];
  }
  std::map<std::string, std::string> Common;
  for (const auto &[Macro, Count] : Have)
    if (2 * Count > Asked)
      Common.insert(Macro);
  parseUnit(
      Units.front(), Files,
      [&] {
        Out = SystemHeaders();
        auto Action = std::make_unique<Reach>(Mains, Out);
        Action->Candidates = Common;
        return Action;
      },
      Always);
  return Out;
}

} // namespace offmain
