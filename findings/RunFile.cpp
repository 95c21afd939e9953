// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See RunFile.h.
#include "findings/RunFile.h"
#include "findings/Findings.h"
#include "findings/Json.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offmain::findings {

json::Object toJson(const Observation &O) {
  json::Object J{{"count", O.Count}};
  if (O.IsStall) {
    J["worstMs"] = O.WorstMs;
    J["totalMs"] = O.TotalMs;
    J["unfinished"] = O.Unfinished;
  } else {
    J["threads"] = O.Threads;
    J["thread"] = json::fixUTF8(O.Thread);
  }
  if (!O.Callee.empty())
    J["callee"] = json::fixUTF8(O.Callee);
  return J;
}

namespace {

uint64_t natural(const json::Object &O, StringRef Key) {
  return static_cast<uint64_t>(std::max<int64_t>(0, O.getInteger(Key).value_or(0)));
}

std::string textOf(const json::Object *O, StringRef Key) {
  auto Text = O ? O->getString(Key) : std::nullopt;
  return Text ? bytes(*Text) : "";
}

std::string percentDecode(StringRef Uri) {
  std::string Path;
  for (size_t I = 0; I != Uri.size(); ++I) {
    if (Uri[I] == '%' && I + 2 < Uri.size() && isHexDigit(Uri[I + 1]) && isHexDigit(Uri[I + 2])) {
      Path += static_cast<char>(hexFromNibbles(Uri[I + 1], Uri[I + 2]));
      I += 2;
    } else {
      Path += Uri[I];
    }
  }
  return Path;
}

/// The first element of a list of objects, or nothing.
const json::Object *first(const json::Object *O, StringRef Key) {
  const json::Array *List = O ? O->getArray(Key) : nullptr;
  return List && !List->empty() ? List->front().getAsObject() : nullptr;
}

const json::Object *member(const json::Object *O, StringRef Key) { return O ? O->getObject(Key) : nullptr; }

class RunFileReader {
public:
  RunFileReader(const json::Object &Run, SourceText &Sources) : Run(Run), Sources(Sources) {}

  /// Nothing if the result is not one of a run.
  std::optional<Finding> finding(const json::Object &Result) {
    Finding F;
    const json::Object *Properties = Result.getObject("properties");
    const json::Object *Observed = member(Properties, "observed");
    auto Severity = parseLevel(Result.getString("level").value_or(""));
    step(first(&Result, "locations"), F.At, F.Function);
    F.Rule = textOf(&Result, "ruleId");
    F.Message = textOf(Result.getObject("message"), "text");
    F.Fingerprint = textOf(Result.getObject("partialFingerprints"), "offmain/v1");
    // The place may be unknown: code of a just-in-time compiler has none.
    if (!Observed || !Severity || F.Rule.empty() || F.Message.empty() || F.Fingerprint.empty())
      return std::nullopt;
    F.Severity = *Severity;
    F.Callee = textOf(Properties, "callee");
    F.Advice = textOf(Properties, "advice");
    F.From = Origin::Run;
    F.Observed = observation(*Observed);
    F.Witness = witness(Result, F.Message);
    return F;
  }

private:
  static Observation observation(const json::Object &J) {
    Observation O;
    O.Count = natural(J, "count");
    O.Threads = static_cast<uint32_t>(natural(J, "threads"));
    O.Thread = textOf(&J, "thread");
    O.WorstMs = natural(J, "worstMs");
    O.TotalMs = natural(J, "totalMs");
    O.IsStall = J.get("worstMs");
    O.Unfinished = J.getBoolean("unfinished").value_or(false);
    return O;
  }

  std::vector<Step> witness(const json::Object &Result, StringRef Message) {
    std::vector<Step> Steps;
    const json::Object *Flow = first(first(&Result, "codeFlows"), "threadFlows");
    if (const json::Array *List = Flow ? Flow->getArray("locations") : nullptr)
      for (const json::Value &V : *List) {
        const json::Object *Location = member(V.getAsObject(), "location");
        Step S;
        step(Location, S.At, S.Function);
        S.Text = textOf(member(Location, "message"), "text");
        Steps.push_back(std::move(S));
      }
    if (!Steps.empty() && Steps.back().Text == Message)
      Steps.pop_back(); // the call itself, which emit may put there
    return Steps;
  }

  void step(const json::Object *Location, SourcePlace &At, std::string &Function) {
    Function = textOf(first(Location, "logicalLocations"), "fullyQualifiedName");
    const json::Object *Physical = member(Location, "physicalLocation");
    if (const json::Object *Artifact = member(Physical, "artifactLocation"))
      At.File = path(*Artifact);
    const json::Object *Region = member(Physical, "region");
    if (!Region)
      return;
    auto Number = [&](StringRef Key) { return static_cast<uint32_t>(natural(*Region, Key)); };
    At.Line = Number("startLine");
    At.Column = Sources.byteColumn(At.File, At.Line, Number("startColumn"));
    At.EndLine = Number("endLine");
    At.EndColumn = Sources.byteColumn(At.File, At.EndLine, Number("endColumn"));
  }

  std::string path(const json::Object &Artifact) {
    StringRef Uri = Artifact.getString("uri").value_or("");
    if (Uri.consume_front("file://"))
      return clean(percentDecode(Uri));
    const json::Object *Base =
        member(Run.getObject("originalUriBaseIds"), Artifact.getString("uriBaseId").value_or(""));
    StringRef Root = Base ? Base->getString("uri").value_or("") : "";
    Root.consume_front("file://");
    return Uri.empty() ? "" : clean(percentDecode(Root) + percentDecode(Uri));
  }

  static std::string clean(StringRef Path) {
    SmallString<256> Clean(Path);
    sys::path::remove_dots(Clean, /*remove_dot_dot=*/true);
    return std::string(Clean);
  }

  const json::Object &Run;
  SourceText &Sources;
};

} // namespace

Expected<std::vector<Finding>> readRunFile(MemoryBufferRef Text, SourceText &Sources) {
  auto Parsed = parseJson(Text);
  if (!Parsed)
    return Parsed.takeError();
  std::string Name = Text.getBufferIdentifier().str();
  const json::Object *Run = first(Parsed->getAsObject(), "runs");
  const json::Object *Bag = member(Run, "properties");
  const json::Array *Results = Run ? Run->getArray("results") : nullptr;
  if (!Results || !Bag || Bag->getString("origin") != StringRef("run"))
    return createStringError("%s is not a report that 'offmain run --format=sarif' wrote", Name.c_str());
  if (Bag->getInteger("version").value_or(0) != RunFileVersion)
    return createStringError("%s is a report of another version of offmain; run the program again", Name.c_str());
  RunFileReader Reader(*Run, Sources);
  std::vector<Finding> Findings;
  for (const json::Value &V : *Results) {
    const json::Object *Result = V.getAsObject();
    auto F = Result ? Reader.finding(*Result) : std::nullopt;
    if (!F)
      return createStringError("%s: result %zu is not one of a run", Name.c_str(), Findings.size() + 1);
    Findings.push_back(std::move(*F));
  }
  return Findings;
}

} // namespace offmain::findings
