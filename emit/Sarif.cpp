// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SARIF 2.1.0 (OASIS standard, schema sarif-schema-2.1.0.json): one run, the rules with their pages, one result a
// finding.
//
//   result ─ locations[0]          the offending call
//          ─ codeFlows[0]          the witness, entry first, the call itself last
//          ─ codeFlows[1]          the counterpart, where there is one: the chain to the other end
//          ─ relatedLocations      connect and spawn sites
//          ─ partialFingerprints   "offmain/v1"
//          ─ fixes                 the one that was verified, where fixes were looked for
//          ─ properties            what SARIF has no words for: confidence, callee, what a run saw
//
// Columns: findings count bytes (as clang does), SARIF code points; they are converted by the source line where it can
// be read. Objects print with sorted keys, so equal reports are equal bytes.
#include "emit/Emit.h"
#include "findings/Findings.h"
#include "findings/RunFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

std::string utf8(StringRef Text) { return json::fixUTF8(Text); }

std::string percentEncode(StringRef Path) {
  std::string Result;
  for (unsigned char C : Path) {
    if (isAlnum(C) || StringRef("/-._~").contains(C))
      Result += C;
    else
      Result += "%" + utohexstr(C, /*LowerCase=*/false, /*Width=*/2);
  }
  return Result;
}

class SarifWriter {
public:
  SarifWriter(const Report &R, SourceText &Sources) : R(R), Sources(Sources) {
    for (size_t I = 0; I != R.Rules.size(); ++I)
      RuleIndex[R.Rules[I].Id] = I;
    collectArtifacts();
  }

  json::Value write() {
    json::Array Results;
    for (const Finding &F : R.Findings)
      Results.push_back(result(F));
    json::Array ArtifactList;
    for (const auto &[File, Index] : Artifacts)
      ArtifactList.push_back(json::Object{{"location", artifactLocation(File, /*WithIndex=*/false)}});
    json::Object Run{{"tool", json::Object{{"driver", driver()}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"invocations", json::Array{invocation()}},
                     {"originalUriBaseIds", json::Object{{"SRCROOT", json::Object{{"uri", rootUri()}}}}},
                     {"artifacts", std::move(ArtifactList)},
                     {"results", std::move(Results)}};
    if (R.From == Origin::Run)
      Run["properties"] = json::Object{{"origin", findings::name(R.From)}, {"version", findings::RunFileVersion}};
    return json::Object{{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                                    "sarif-schema-2.1.0.json"},
                        {"version", "2.1.0"},
                        {"runs", json::Array{std::move(Run)}}};
  }

private:
  void collectArtifacts() {
    auto Note = [&](const SourcePlace &At) {
      if (!At.File.empty())
        Artifacts.try_emplace(At.File, 0);
    };
    for (const Finding &F : R.Findings) {
      Note(F.At);
      for (const Step &S : F.Witness)
        Note(S.At);
      for (const Step &S : F.Counterpart)
        Note(S.At);
      for (const Step &S : F.Related)
        Note(S.At);
    }
    for (const auto &[Fingerprint, Fix] : R.Fixes)
      for (const Edit &E : Fix.Edits)
        Note({E.File, 0, 0, 0, 0});
    for (const IncompleteUnit &U : R.Incomplete) {
      Note({U.File, 0, 0, 0, 0});
      Note(U.At);
    }
    size_t Next = 0;
    for (auto &[File, Index] : Artifacts)
      Index = Next++;
  }

  std::string rootUri() const {
    std::string Uri = "file://" + percentEncode(R.Directory);
    return StringRef(Uri).ends_with("/") ? Uri : Uri + "/";
  }

  json::Object artifactLocation(const std::string &File, bool WithIndex = true) {
    std::string Shown = shownPath(File, R.Directory);
    json::Object O;
    if (StringRef(Shown).starts_with("/")) {
      O["uri"] = "file://" + percentEncode(Shown);
    } else {
      O["uri"] = percentEncode(Shown);
      O["uriBaseId"] = "SRCROOT";
    }
    if (WithIndex)
      O["index"] = static_cast<int64_t>(Artifacts.at(File));
    return O;
  }

  json::Object physicalLocation(const SourcePlace &At) {
    json::Object O{{"artifactLocation", artifactLocation(At.File)}};
    if (!At.Line)
      return O;
    json::Object Region{{"startLine", At.Line}};
    if (At.Column)
      Region["startColumn"] = Sources.codePointColumn(At.File, At.Line, At.Column);
    if (At.EndLine && At.EndColumn) {
      Region["endLine"] = At.EndLine;
      Region["endColumn"] = Sources.codePointColumn(At.File, At.EndLine, At.EndColumn);
    }
    O["region"] = std::move(Region);
    return O;
  }

  json::Object location(const SourcePlace &At, StringRef Text, StringRef Function) {
    json::Object O;
    if (!At.File.empty())
      O["physicalLocation"] = physicalLocation(At);
    if (!Text.empty())
      O["message"] = json::Object{{"text", utf8(Text)}};
    if (!Function.empty())
      O["logicalLocations"] = json::Array{json::Object{{"fullyQualifiedName", utf8(Function)}, {"kind", "function"}}};
    return O;
  }

  json::Array steps(ArrayRef<Step> Steps) {
    json::Array Flow;
    for (const Step &S : Steps)
      Flow.push_back(json::Object{{"location", location(S.At, S.Text, S.Function)}});
    return Flow;
  }

  static json::Object codeFlow(json::Array Flow) {
    return json::Object{{"threadFlows", json::Array{json::Object{{"locations", std::move(Flow)}}}}};
  }

  json::Object result(const Finding &F) {
    json::Array Flow = steps(F.Witness);
    if (F.Witness.empty() || F.Witness.back().At != F.At)
      Flow.push_back(json::Object{{"location", location(F.At, F.Message, F.Function)}});
    json::Array Flows{codeFlow(std::move(Flow))};
    if (!F.Counterpart.empty())
      Flows.push_back(codeFlow(steps(F.Counterpart)));
    json::Object O{{"ruleId", F.Rule},
                   {"level", findings::name(F.Severity)},
                   {"message", json::Object{{"text", utf8(F.Message)}}},
                   {"locations", json::Array{location(F.At, "", F.Function)}},
                   {"codeFlows", std::move(Flows)},
                   {"partialFingerprints", json::Object{{"offmain/v1", F.Fingerprint}}},
                   {"properties", properties(F)}};
    if (auto It = RuleIndex.find(F.Rule); It != RuleIndex.end())
      O["ruleIndex"] = static_cast<int64_t>(It->second);
    if (!F.Related.empty()) {
      json::Array Related;
      for (const Step &S : F.Related) {
        json::Object L = location(S.At, S.Text, S.Function);
        L["id"] = static_cast<int64_t>(Related.size() + 1);
        Related.push_back(std::move(L));
      }
      O["relatedLocations"] = std::move(Related);
    }
    // An edit that no text can say is not offered.
    if (auto It = R.Fixes.find(F.Fingerprint); It != R.Fixes.end() && all_of(It->second.Edits, [](const Edit &E) {
          return json::isUTF8(E.Text);
        }))
      O["fixes"] = fixes(It->second);
    return O;
  }

  /// The columns of edits count from behind a byte order mark.
  uint32_t column(const std::string &File, uint32_t Line, uint32_t ByteColumn) {
    bool Marked = Line == 1 && ByteColumn > 3 && Sources.text(File)->starts_with("\xEF\xBB\xBF");
    return Sources.codePointColumn(File, Line, ByteColumn) - Marked;
  }

  json::Object replacement(const Edit &E) {
    auto [Line, Column] = Sources.place(E.File, E.Offset);
    auto [EndLine, EndColumn] = Sources.place(E.File, E.Offset + E.Length);
    json::Object O{{"deletedRegion", json::Object{{"startLine", Line},
                                                  {"startColumn", column(E.File, Line, Column)},
                                                  {"endLine", EndLine},
                                                  {"endColumn", column(E.File, EndLine, EndColumn)}}}};
    if (!E.Text.empty())
      O["insertedContent"] = json::Object{{"text", utf8(E.Text)}};
    return O;
  }

  json::Array fixes(const SourceFix &Fix) {
    std::map<std::string, json::Array> ByFile;
    for (const Edit &E : Fix.Edits)
      ByFile[E.File].push_back(replacement(E));
    json::Array Changes;
    for (auto &[File, Replacements] : ByFile)
      Changes.push_back(
          json::Object{{"artifactLocation", artifactLocation(File)}, {"replacements", std::move(Replacements)}});
    return json::Array{json::Object{{"description", json::Object{{"text", utf8(Fix.Title)}}},
                                    {"artifactChanges", std::move(Changes)}}};
  }

  static json::Object properties(const Finding &F) {
    json::Object P{{"confidence", findings::name(F.Sure)}};
    auto Add = [&](StringRef Key, ArrayRef<std::string> Texts) {
      if (Texts.empty())
        return;
      json::Array List;
      for (const std::string &T : Texts)
        List.push_back(utf8(T));
      P[Key] = std::move(List);
    };
    Add("assumptions", F.Assumptions);
    Add("otherEntries", F.OtherEntries);
    if (!F.Callee.empty())
      P["callee"] = utf8(F.Callee);
    if (!F.Advice.empty())
      P["advice"] = utf8(F.Advice);
    if (F.Observed) {
      P["origin"] = findings::name(F.From);
      P["observed"] = findings::toJson(*F.Observed);
    }
    return P;
  }

  json::Object driver() const {
    json::Array Rules;
    for (const RuleText &T : R.Rules) {
      json::Object O{{"id", T.Id},
                     {"shortDescription", json::Object{{"text", utf8(T.Summary)}}},
                     {"defaultConfiguration", json::Object{{"level", findings::name(T.DefaultLevel)}}}};
      if (!T.Page.empty())
        O["help"] = json::Object{{"text", utf8(T.Page)}, {"markdown", utf8(T.Page)}};
      Rules.push_back(std::move(O));
    }
    return json::Object{{"name", "offmain"}, {"semanticVersion", R.Version}, {"rules", std::move(Rules)}};
  }

  /// The run was successful as SARIF means it when every unit was analyzed whole.
  json::Object invocation() {
    json::Object O{{"executionSuccessful", R.Incomplete.empty()}};
    json::Array Notes;
    for (const IncompleteUnit &U : R.Incomplete)
      Notes.push_back(json::Object{
          {"level", U.Partial ? "warning" : "error"},
          {"message", json::Object{{"text", utf8(U.Reason)}}},
          {"locations", json::Array{location(U.At.Line ? U.At : SourcePlace{U.File, 0, 0, 0, 0}, "", "")}}});
    if (!Notes.empty())
      O["toolExecutionNotifications"] = std::move(Notes);
    return O;
  }

  const Report &R;
  SourceText &Sources;
  std::map<std::string, size_t> Artifacts, RuleIndex;
};

} // namespace

void emitSarif(const Report &R, SourceText &Sources, raw_ostream &OS) {
  OS << formatv("{0:2}", SarifWriter(R, Sources).write()) << '\n';
}

} // namespace offmain
