// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One self-contained page: no scripts, no outside references, so it can be an artifact of a CI job and be mailed.
// Findings are grouped by file; the witness of each folds out.
#include "emit/Emit.h"
#include "findings/Findings.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr char Style[] = R"css(
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; font-family: ui-monospace, monospace; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: .6rem 0; }
article p { margin: .3rem 0; }
.error { color: #c0392b; } .warning { color: #b8651b; } .note { color: #2874a6; }
.error, .warning, .note { font-weight: 600; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
pre { background: var(--soft); padding: .3rem .6rem; margin: .2rem 0; overflow-x: auto; }
.place { opacity: .75; font-family: ui-monospace, monospace; font-size: .85em; }
mark { background: #f5b04166; color: inherit; }
ol { margin: .3rem 0; padding-left: 1.5rem; }
)css";

std::string escape(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '&')
      Result += "&amp;";
    else if (C == '<')
      Result += "&lt;";
    else if (C == '>')
      Result += "&gt;";
    else if (C == '"')
      Result += "&quot;";
    else
      Result += C;
  }
  return Result;
}

class HtmlWriter {
public:
  HtmlWriter(const Report &R, SourceText &Sources, raw_ostream &OS) : R(R), Sources(Sources), OS(OS) {}

  void write() {
    OS << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>offmain</title>\n<style>"
       << Style << "</style></head><body>\n<h1>offmain</h1>\n<p>" << escape(summary(R)) << "</p>\n";
    StringRef File;
    for (const Finding &F : R.Findings) {
      if (F.At.File != File)
        OS << "<h2>" << escape(shownPath(F.At.File, R.Directory)) << "</h2>\n";
      File = F.At.File;
      finding(F);
    }
    if (!R.Incomplete.empty())
      OS << "<h2>Units not analyzed whole</h2>\n<ul>\n";
    for (const IncompleteUnit &U : R.Incomplete)
      OS << "<li><code>" << escape(shownPath(U.File, R.Directory)) << "</code>: " << escape(U.Reason) << "</li>\n";
    if (!R.Incomplete.empty())
      OS << "</ul>\n";
    OS << "</body></html>\n";
  }

private:
  void finding(const Finding &F) {
    OS << "<article id=\"" << escape(F.Fingerprint) << "\">\n<p><span class=\"" << findings::name(F.Severity) << "\">"
       << findings::name(F.Severity) << "</span> " << escape(F.Message) << " <code>[" << escape(F.Rule)
       << "]</code></p>\n";
    place(F.At);
    if (!F.Witness.empty()) {
      OS << "<details><summary>how it gets there (" << F.Witness.size() << ")</summary>\n<ol>\n";
      steps(F.Witness);
      OS << "</ol></details>\n";
    }
    if (!F.Counterpart.empty()) {
      OS << "<details><summary>the other end (" << F.Counterpart.size() << ")</summary>\n<ol>\n";
      steps(F.Counterpart);
      OS << "</ol></details>\n";
    }
    if (!F.Related.empty()) {
      OS << "<ul>\n";
      steps(F.Related);
      OS << "</ul>\n";
    }
    if (std::string Seen = findings::observedText(F); !Seen.empty())
      OS << "<p>" << escape(Seen) << "</p>\n";
    OS << "<p class=\"place\">confidence " << findings::name(F.Sure);
    for (const std::string &A : F.Assumptions)
      OS << "; " << escape(A);
    for (const std::string &E : F.OtherEntries)
      OS << "; also from " << escape(E);
    OS << "</p>\n";
    if (!F.Advice.empty())
      OS << "<p>" << escape(F.Advice) << "</p>\n";
    OS << "</article>\n";
  }

  void steps(ArrayRef<Step> Steps) {
    for (const Step &S : Steps) {
      OS << "<li>" << escape(S.Text) << '\n';
      place(S.At);
      OS << "</li>\n";
    }
  }

  void place(const SourcePlace &At) {
    OS << "<div class=\"place\">" << escape(shownPath(At.File, R.Directory)) << ':' << At.Line << ':' << At.Column
       << "</div>\n";
    auto Line = Sources.line(At.File, At.Line);
    constexpr size_t MaxShown = 400;
    if (!Line || Line->size() > MaxShown)
      return;
    size_t Begin = std::min<size_t>(At.Column ? At.Column - 1 : 0, Line->size());
    size_t End =
        At.EndLine == At.Line && At.EndColumn ? std::min<size_t>(At.EndColumn - 1, Line->size()) : Line->size();
    End = std::max(Begin, End);
    OS << "<pre>" << escape(Line->take_front(Begin).ltrim()) << "<mark>" << escape(Line->slice(Begin, End)) << "</mark>"
       << escape(Line->drop_front(End)) << "</pre>\n";
  }

  const Report &R;
  SourceText &Sources;
  raw_ostream &OS;
};

} // namespace

void emitHtml(const Report &R, SourceText &Sources, raw_ostream &OS) { HtmlWriter(R, Sources, OS).write(); }

} // namespace offmain
