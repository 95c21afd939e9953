// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tool's own JSON (stable: keys are only ever added), GitLab's code quality list and GitHub's workflow commands.
#include "llvm/Support/JSON.h"
#include "emit/Emit.h"
#include "findings/Findings.h"
#include "findings/RunFile.h"

using namespace llvm;

namespace offmain {

namespace {

std::string utf8(StringRef Text) { return json::fixUTF8(Text); }

json::Value toJson(const SourcePlace &At, StringRef Directory) {
  json::Object O{{"file", utf8(shownPath(At.File, Directory))}, {"line", At.Line}, {"column", At.Column}};
  if (At.EndLine) {
    O["endLine"] = At.EndLine;
    O["endColumn"] = At.EndColumn;
  }
  return O;
}

json::Array toJson(ArrayRef<Step> Steps, StringRef Directory) {
  json::Array Result;
  for (const Step &S : Steps)
    Result.push_back(
        json::Object{{"at", toJson(S.At, Directory)}, {"text", utf8(S.Text)}, {"function", utf8(S.Function)}});
  return Result;
}

json::Array toJson(ArrayRef<std::string> Texts) {
  json::Array Result;
  for (const std::string &T : Texts)
    Result.push_back(utf8(T));
  return Result;
}

/// The escapes of a workflow command's message, and in addition those of a property.
std::string escapeGithub(StringRef Text, bool Property) {
  std::string Result;
  for (char C : Text) {
    if (C == '%')
      Result += "%25";
    else if (C == '\r')
      Result += "%0D";
    else if (C == '\n')
      Result += "%0A";
    else if (Property && C == ':')
      Result += "%3A";
    else if (Property && C == ',')
      Result += "%2C";
    else
      Result += C;
  }
  return Result;
}

json::Object toJson(const Finding &F, StringRef Directory) {
  json::Object O{{"id", F.Fingerprint},
                 {"rule", F.Rule},
                 {"level", findings::name(F.Severity)},
                 {"confidence", findings::name(F.Sure)},
                 {"at", toJson(F.At, Directory)},
                 {"message", utf8(F.Message)},
                 {"function", utf8(F.Function)},
                 {"callee", utf8(F.Callee)},
                 {"witness", toJson(F.Witness, Directory)},
                 {"counterpart", toJson(F.Counterpart, Directory)},
                 {"related", toJson(F.Related, Directory)},
                 {"otherEntries", toJson(F.OtherEntries)},
                 {"assumptions", toJson(F.Assumptions)},
                 {"advice", utf8(F.Advice)}};
  if (F.Observed) {
    O["origin"] = findings::name(F.From);
    O["observed"] = findings::toJson(*F.Observed);
  }
  return O;
}

} // namespace

void emitJsonLines(const Report &R, raw_ostream &OS) {
  for (const Finding &F : R.Findings)
    OS << json::Value(toJson(F, R.Directory)) << '\n';
}

void emitJson(const Report &R, raw_ostream &OS) {
  json::Array Findings;
  for (const Finding &F : R.Findings)
    Findings.push_back(toJson(F, R.Directory));
  json::Array Incomplete;
  for (const IncompleteUnit &U : R.Incomplete)
    Incomplete.push_back(json::Object{
        {"file", utf8(shownPath(U.File, R.Directory))}, {"reason", utf8(U.Reason)}, {"partial", U.Partial}});
  json::Object Root{{"version", 1},
                    {"tool", json::Object{{"name", "offmain"}, {"version", R.Version}}},
                    {"units", R.Units},
                    {"findings", std::move(Findings)},
                    {"incomplete", std::move(Incomplete)}};
  OS << formatv("{0:2}", json::Value(std::move(Root))) << '\n';
}

void emitGitlab(const Report &R, raw_ostream &OS) {
  json::Array Issues;
  for (const Finding &F : R.Findings) {
    StringRef Severity = F.Severity == Level::Error ? "major" : F.Severity == Level::Warning ? "minor" : "info";
    Issues.push_back(
        json::Object{{"description", utf8(F.Message)},
                     {"check_name", F.Rule},
                     {"fingerprint", F.Fingerprint},
                     {"severity", Severity},
                     {"location", json::Object{{"path", utf8(shownPath(F.At.File, R.Directory))},
                                               {"lines", json::Object{{"begin", std::max(1u, F.At.Line)}}}}}});
  }
  OS << formatv("{0:2}", json::Value(std::move(Issues))) << '\n';
}

void emitGithub(const Report &R, raw_ostream &OS) {
  for (const Finding &F : R.Findings) {
    OS << "::" << (F.Severity == Level::Note ? "notice" : findings::name(F.Severity))
       << " file=" << escapeGithub(shownPath(F.At.File, R.Directory), true) << ",line=" << std::max(1u, F.At.Line);
    if (F.At.Column)
      OS << ",col=" << F.At.Column;
    if (F.At.EndLine)
      OS << ",endLine=" << F.At.EndLine;
    std::string Text = F.Message;
    for (const Step &S : F.Witness)
      Text += "\n" + shownPath(S.At.File, R.Directory) + ":" + std::to_string(S.At.Line) + ": " + S.Text;
    for (const Step &S : F.Counterpart)
      Text += "\n" + shownPath(S.At.File, R.Directory) + ":" + std::to_string(S.At.Line) + ": " + S.Text;
    for (const std::string &More : {findings::observedText(F), F.Advice})
      if (!More.empty())
        Text += "\n" + More;
    OS << ",title=" << escapeGithub(F.Rule, true) << "::" << escapeGithub(Text, false) << '\n';
  }
}

} // namespace offmain
