// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text in clang's look, one diagnostic for the finding and one note a step of its witness:
//
//   src/scan.c:41:3: error: gtk_label_set_text() is called on … [gtk-off-main-thread]
//      41 |   gtk_label_set_text (label, text);
//         |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
//   src/main.c:12:3: note: thread starts here
//
// Rejected: clang's own TextDiagnostic, which needs a SourceManager and with it all of clang in this folder.
#include "emit/Emit.h"
#include "findings/Findings.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr size_t TabStop = 8;
/// A line longer than this is shown around the place only: minified and generated sources have lines of megabytes.
constexpr size_t MaxShown = 240;

/// A source line ready to print, and which of its printed columns are marked.
struct Excerpt {
  std::string Text;
  size_t Caret = 0, Length = 1; ///< in printed columns
};

size_t width(StringRef Text) {
  int W = sys::unicode::columnWidthUTF8(Text);
  return W < 0 ? Text.size() : static_cast<size_t>(W);
}

/// Tabs become spaces; bytes that a terminal would act upon are written as '?'.
std::string printable(StringRef Line, size_t Column = 0) {
  std::string Result;
  for (size_t I = 0; I != Line.size(); ++I) {
    unsigned char C = Line[I];
    if (C == '\t')
      Result.append(TabStop - (Column + width(Result)) % TabStop, ' ');
    else
      Result += (C < 0x20 || C == 0x7F) ? '?' : static_cast<char>(C);
  }
  return Result;
}

bool isContinuation(char C) { return (static_cast<unsigned char>(C) & 0xC0) == 0x80; }

Excerpt cut(StringRef Line, const SourcePlace &At) {
  Excerpt E;
  size_t Begin = std::min<size_t>(At.Column ? At.Column - 1 : 0, Line.size());
  size_t End = At.EndLine == At.Line && At.EndColumn > At.Column ? std::min<size_t>(At.EndColumn - 1, Line.size())
               : At.EndLine > At.Line                            ? Line.rtrim().size()
                                                                 : Begin + 1;
  StringRef Prefix;
  if (Line.size() > MaxShown) {
    size_t From = Begin > MaxShown / 3 ? Begin - MaxShown / 3 : 0;
    while (From < Line.size() && From && isContinuation(Line[From]))
      --From;
    size_t To = std::min(From + MaxShown, Line.size());
    while (To < Line.size() && isContinuation(Line[To]))
      ++To;
    Prefix = From ? "..." : "";
    Line = Line.slice(From, To);
    Begin -= From;
    End = std::min(End - From, Line.size());
  }
  E.Text = Prefix.str() + printable(Line.rtrim());
  std::string Before = printable(Line.take_front(Begin));
  E.Caret = Prefix.size() + width(Before);
  if (End > Begin)
    E.Length = std::max<size_t>(1, width(printable(Line.slice(Begin, End), width(Before))));
  return E;
}

class TextPrinter {
public:
  TextPrinter(SourceText &Sources, StringRef Directory, raw_ostream &OS)
      : Sources(Sources), Directory(Directory), OS(OS) {}

  void print(const Finding &F) {
    place(F.At);
    severity(F.Severity);
    OS.changeColor(raw_ostream::SAVEDCOLOR, true);
    OS << F.Message << " [" << F.Rule << "]";
    OS.resetColor() << '\n';
    excerpt(F.At);
    for (const Step &S : F.Witness)
      note(&S.At, S.Text);
    if (!F.Counterpart.empty())
      note(nullptr, "the other end:");
    for (const Step &S : F.Counterpart)
      note(&S.At, S.Text);
    for (const Step &S : F.Related)
      note(&S.At, S.Text);
    if (!F.OtherEntries.empty())
      note(nullptr, otherEntries(F));
    if (std::string Seen = findings::observedText(F); !Seen.empty())
      note(nullptr, Seen);
    if (F.Sure != Confidence::High)
      note(nullptr, "confidence is " + findings::name(F.Sure).str() +
                        (F.Assumptions.empty() ? "" : ": " + join(F.Assumptions, "; ")));
    if (!F.Advice.empty())
      note(nullptr, F.Advice);
  }

  void print(const IncompleteUnit &U) {
    SourcePlace At = U.At.Line ? U.At : SourcePlace{U.File, 0, 0, 0, 0};
    place(At);
    severity(Level::Warning);
    OS << U.Reason << '\n';
  }

private:
  void place(const SourcePlace &At) {
    if (At.File.empty()) // of a run, in code that no file holds
      return;
    OS.changeColor(raw_ostream::SAVEDCOLOR, true);
    OS << shownPath(At.File, Directory) << ':';
    if (At.Line)
      OS << At.Line << ':';
    if (At.Line && At.Column)
      OS << At.Column << ':';
    OS << ' ';
    OS.resetColor();
  }

  void severity(Level L) {
    switch (L) {
    case Level::Note:
      OS.changeColor(raw_ostream::CYAN, true);
      break;
    case Level::Warning:
      OS.changeColor(raw_ostream::MAGENTA, true);
      break;
    case Level::Error:
      OS.changeColor(raw_ostream::RED, true);
      break;
    }
    OS << findings::name(L) << ": ";
    OS.resetColor();
  }

  void note(const SourcePlace *At, StringRef Text) {
    if (At)
      place(*At);
    severity(Level::Note);
    OS << Text << '\n';
    if (At)
      excerpt(*At);
  }

  void excerpt(const SourcePlace &At) {
    auto Line = Sources.line(At.File, At.Line);
    if (!Line)
      return;
    Excerpt E = cut(*Line, At);
    std::string Number = std::to_string(At.Line);
    OS << right_justify(Number, 5) << " | " << E.Text << '\n';
    if (!At.Column)
      return;
    OS << "      | ";
    OS.indent(E.Caret);
    OS.changeColor(raw_ostream::GREEN, true);
    OS << '^' << std::string(E.Length - 1, '~');
    OS.resetColor() << '\n';
  }

  static std::string otherEntries(const Finding &F) {
    constexpr size_t Shown = 3;
    std::string Text = "also reached from ";
    for (size_t I = 0; I != std::min(Shown, F.OtherEntries.size()); ++I)
      Text += (I ? ", '" : "'") + F.OtherEntries[I] + "'";
    if (F.OtherEntries.size() > Shown)
      Text += " and " + std::to_string(F.OtherEntries.size() - Shown) + " more";
    return Text;
  }

  SourceText &Sources;
  StringRef Directory;
  raw_ostream &OS;
};

} // namespace

void emitFindingText(const Finding &F, SourceText &Sources, StringRef Directory, raw_ostream &OS) {
  TextPrinter(Sources, Directory, OS).print(F);
}

void emitText(const Report &R, SourceText &Sources, bool Color, raw_ostream &OS) {
  OS.enable_colors(Color);
  TextPrinter Printer(Sources, R.Directory, OS);
  for (const Finding &F : R.Findings)
    Printer.print(F);
}

} // namespace offmain
