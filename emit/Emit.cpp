// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Emit.h: the choice of format, and the little that all formats share.
#include "emit/Emit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace offmain {

std::optional<Format> parseFormat(StringRef Text) {
  return StringSwitch<std::optional<Format>>(Text)
      .Case("text", Format::Text)
      .Case("sarif", Format::Sarif)
      .Case("json", Format::Json)
      .Case("gitlab", Format::Gitlab)
      .Case("github", Format::Github)
      .Case("html", Format::Html)
      .Default(std::nullopt);
}

void emit(const Report &R, SourceText &Sources, const EmitOptions &Options, raw_ostream &OS) {
  switch (Options.As) {
  case Format::Text:
    return emitText(R, Sources, Options.Color, OS);
  case Format::Sarif:
    return emitSarif(R, Sources, OS);
  case Format::Json:
    return emitJson(R, OS);
  case Format::Gitlab:
    return emitGitlab(R, OS);
  case Format::Github:
    return emitGithub(R, OS);
  case Format::Html:
    return emitHtml(R, Sources, OS);
  }
}

static std::string counted(size_t N, StringRef What) {
  return std::to_string(N) + " " + What.str() + (N == 1 ? "" : "s");
}

std::string summary(const Report &R) {
  size_t ByLevel[3] = {};
  for (const Finding &F : R.Findings)
    ++ByLevel[static_cast<size_t>(F.Severity)];
  std::string Text = counted(R.Units, "unit") + ", " + counted(R.Findings.size(), "finding");
  std::string Parts;
  auto Add = [&](Level L, StringRef Name) {
    if (size_t N = ByLevel[static_cast<size_t>(L)])
      Parts += (Parts.empty() ? "" : ", ") + counted(N, Name);
  };
  Add(Level::Error, "error");
  Add(Level::Warning, "warning");
  Add(Level::Note, "note");
  if (!Parts.empty())
    Text += " (" + Parts + ")";
  size_t Confirmed = count_if(R.Findings, [](const Finding &F) { return F.From == Origin::Both; });
  size_t RunOnly = count_if(R.Findings, [](const Finding &F) { return F.From == Origin::Run; });
  if (Confirmed)
    Text += ", " + std::to_string(Confirmed) + " confirmed by a run";
  if (RunOnly)
    Text += ", " + std::to_string(RunOnly) + " seen by a run only";
  size_t Lost = 0, Partial = 0;
  for (const IncompleteUnit &U : R.Incomplete)
    ++(U.Partial ? Partial : Lost);
  if (Lost)
    Text += ", " + counted(Lost, "unit") + " not analyzed";
  if (Partial)
    Text += ", " + counted(Partial, "unit") + " analyzed in part";
  return Text;
}

std::string shownPath(StringRef Path, StringRef Directory) {
  StringRef Rest = Path;
  if (!Directory.empty() && Rest.consume_front(Directory) && (Directory.ends_with("/") || Rest.consume_front("/")) &&
      !Rest.empty())
    return Rest.str();
  return Path.str();
}

} // namespace offmain
