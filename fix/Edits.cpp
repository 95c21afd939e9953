// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Edits.h.
#include "fix/Edits.h"
#include "clang/Tooling/ReplacementsYaml.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain::fix {

/// Whole lines: beside others at the same place they mean the same, whichever comes first.
static bool putsInLines(const Edit &E) { return !E.Length && StringRef(E.Text).ends_with("\n"); }

/// First comes before Second or is at its offset.
static bool overlap(const Edit &First, const Edit &Second) {
  if (First.Offset == Second.Offset)
    return !putsInLines(First) || (Second.Length == 0 && !putsInLines(Second));
  return First.Offset + First.Length > Second.Offset;
}

/// Puts E into its place in the list. False: it does not go with a neighbour.
static bool insert(std::vector<Edit> &List, const Edit &E) {
  auto At = llvm::lower_bound(List, E);
  if (At != List.end() && *At == E)
    return true;
  if ((At != List.begin() && overlap(*std::prev(At), E)) || (At != List.end() && overlap(E, *At)))
    return false;
  List.insert(At, E);
  return true;
}

bool EditSet::add(ArrayRef<Edit> Edits) {
  std::vector<Edit> New; // those that are not there yet, to be taken out again
  for (const Edit &E : Edits) {
    std::vector<Edit> &List = ByFile[E.File];
    size_t Was = List.size();
    if (insert(List, E)) {
      if (List.size() != Was)
        New.push_back(E);
      continue;
    }
    for (const Edit &Each : New)
      ByFile[Each.File].erase(llvm::lower_bound(ByFile[Each.File], Each));
    for (const Edit &Each : Edits)
      if (auto It = ByFile.find(Each.File); It != ByFile.end() && It->second.empty())
        ByFile.erase(It);
    return false;
  }
  return true;
}

std::vector<Edit> joined(ArrayRef<Edit> Edits) {
  std::vector<Edit> Out;
  for (const Edit &E : Edits) {
    if (Out.empty() || Out.back().File != E.File || Out.back().Offset != E.Offset) {
      Out.push_back(E);
      continue;
    }
    Out.back().Length += E.Length; // of the ones before it is 0
    Out.back().Text += E.Text;
  }
  return Out;
}

std::string apply(StringRef Text, ArrayRef<Edit> Edits) {
  std::string Out;
  size_t At = 0;
  for (const Edit &E : Edits) {
    Out += Text.slice(At, E.Offset);
    Out += E.Text;
    At = size_t(E.Offset) + E.Length;
  }
  return Out + Text.drop_front(At).str();
}

namespace {

/// Lines [Begin, End) of one text.
struct Lines {
  size_t Begin, End;
};

/// A change of whole lines: these of the old text have become those of the new one.
struct Change {
  Lines Old, New;
};

std::vector<StringRef> linesOf(StringRef Text) {
  std::vector<StringRef> Out;
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    size_t Size = End == StringRef::npos ? Text.size() : End + 1;
    Out.push_back(Text.take_front(Size));
    Text = Text.drop_front(Size);
  }
  return Out;
}

/// The lines that the edits touch, those that touch the same line together.
std::vector<Change> changesOf(StringRef Before, StringRef After, ArrayRef<Edit> Edits) {
  std::vector<Change> Out;
  ptrdiff_t Shift = 0; // of lines, by what came before
  for (size_t I = 0; I != Edits.size();) {
    size_t First = Before.take_front(Edits[I].Offset).count('\n');
    ptrdiff_t Grown = 0;
    size_t Last = First;
    for (bool Same = true; Same; Same = I != Edits.size() && Before.take_front(Edits[I].Offset).count('\n') <= Last) {
      const Edit &E = Edits[I++];
      Last = std::max<size_t>(Last, Before.take_front(E.Offset + E.Length).count('\n'));
      Grown += ptrdiff_t(StringRef(E.Text).count('\n')) -
               ptrdiff_t(Before.substr(E.Offset, E.Length).count('\n'));
    }
    size_t Begin = size_t(ptrdiff_t(First) + Shift), End = size_t(ptrdiff_t(Last) + 1 + Shift + Grown);
    Out.push_back({{First, Last + 1}, {Begin, End}});
    Shift += Grown;
  }
  return Out;
}

void printLine(char Mark, StringRef Line, raw_ostream &OS) {
  OS << Mark << Line;
  if (!Line.ends_with("\n"))
    OS << "\n\\ No newline at end of file\n";
}

/// "12,3", "12", or "11,0" for no lines, as diff counts.
void printRange(Lines L, raw_ostream &OS) {
  size_t Count = L.End - L.Begin;
  OS << (Count ? L.Begin + 1 : L.Begin);
  if (Count != 1)
    OS << ',' << Count;
}

} // namespace

void printDiff(StringRef Name, StringRef Before, StringRef After, ArrayRef<Edit> Edits, raw_ostream &OS) {
  constexpr size_t Context = 3;
  std::vector<StringRef> Old = linesOf(Before), New = linesOf(After);
  std::vector<Change> Changes = changesOf(Before, After, Edits);
  for (Change &C : Changes) {
    C.Old.End = std::min(C.Old.End, Old.size());
    C.New.End = std::min(C.New.End, New.size());
    C.Old.Begin = std::min(C.Old.Begin, C.Old.End);
    C.New.Begin = std::min(C.New.Begin, C.New.End);
    // Lines that the edit wrote again as they were.
    while (C.Old.Begin < C.Old.End && C.New.Begin < C.New.End && Old[C.Old.Begin] == New[C.New.Begin])
      ++C.Old.Begin, ++C.New.Begin;
    while (C.Old.Begin < C.Old.End && C.New.Begin < C.New.End && Old[C.Old.End - 1] == New[C.New.End - 1])
      --C.Old.End, --C.New.End;
  }
  OS << "--- a/" << Name << "\n+++ b/" << Name << '\n';
  for (size_t I = 0; I != Changes.size();) {
    size_t Next = I + 1;
    while (Next != Changes.size() && Changes[Next].Old.Begin - Changes[Next - 1].Old.End <= 2 * Context)
      ++Next;
    const Change &First = Changes[I], &Last = Changes[Next - 1];
    size_t Lead = std::min(Context, First.Old.Begin), Trail = std::min(Context, Old.size() - Last.Old.End);
    OS << "@@ -";
    printRange({First.Old.Begin - Lead, Last.Old.End + Trail}, OS);
    OS << " +";
    printRange({First.New.Begin - Lead, Last.New.End + Trail}, OS);
    OS << " @@\n";
    size_t At = First.Old.Begin - Lead;
    for (; I != Next; ++I) {
      for (; At < Changes[I].Old.Begin; ++At)
        printLine(' ', Old[At], OS);
      for (; At < Changes[I].Old.End; ++At)
        printLine('-', Old[At], OS);
      for (size_t L = Changes[I].New.Begin; L < Changes[I].New.End; ++L)
        printLine('+', New[L], OS);
    }
    for (size_t End = At + Trail; At < End; ++At)
      printLine(' ', Old[At], OS);
  }
}

void printReplacements(const EditSet &Edits, StringRef MainFile, raw_ostream &OS) {
  clang::tooling::TranslationUnitReplacements Out;
  Out.MainSourceFile = MainFile.str();
  for (const auto &[File, List] : Edits.files())
    for (const Edit &E : joined(List))
      Out.Replacements.push_back(clang::tooling::Replacement(File, E.Offset, E.Length, E.Text));
  yaml::Output YAML(OS);
  YAML << Out;
}

} // namespace offmain::fix
