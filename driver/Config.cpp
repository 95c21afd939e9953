// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Config.h.
#include "driver/Config.h"
#include "driver/CompileDatabase.h"
#include "findings/Findings.h"
#include "models/YamlTree.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offmain {

std::optional<FailOn> parseFailOn(StringRef Text) {
  if (Text == "never")
    return FailOn();
  if (auto L = findings::parseLevel(Text))
    return FailOn(L);
  return std::nullopt;
}

namespace {

/// The lines of a top-level key's value, with as many empty lines before as the file has, so that messages about the
/// models name the right line.
std::string textBelow(StringRef All, unsigned KeyLine) {
  std::string Result;
  SmallVector<StringRef> Lines;
  All.split(Lines, '\n');
  Result.append(KeyLine, '\n');
  for (size_t I = KeyLine; I < Lines.size(); ++I) {
    StringRef Line = Lines[I];
    if (!Line.empty() && !isSpace(Line[0]) && Line[0] != '#' && Line[0] != '-')
      break;
    Result += Line;
    Result += '\n';
  }
  return Result;
}

class ConfigReader {
public:
  ConfigReader(MemoryBufferRef Text) : Text(Text), Name(Text.getBufferIdentifier()) {}

  Expected<Config> read() {
    auto Root = parseYaml(Text);
    if (!Root)
      return Root.takeError();
    Result.Path = Name.str();
    if (Root->isNull())
      return std::move(Result);
    if (!Root->isMapping())
      return yamlError(Name, Root->Line, "a configuration is a mapping of keys to values");
    for (const YamlPair &P : Root->Pairs)
      if (Error E = readKey(P))
        return E;
    return std::move(Result);
  }

private:
  Error fail(const YamlPair &P, const Twine &What) { return yamlError(Name, P.Line, "'" + P.Key + "' " + What); }

  /// A scalar, or the scalars of a list.
  Error readList(const YamlPair &P, std::vector<std::string> &Into) {
    if (P.Value.isScalar())
      Into.push_back(P.Value.Text);
    else if (!P.Value.isSequence())
      return fail(P, "takes a list");
    for (const YamlValue &V : P.Value.Items) {
      if (!V.isScalar())
        return yamlError(Name, V.Line, "'" + P.Key + "' takes a list of texts");
      Into.push_back(V.Text);
    }
    return Error::success();
  }

  Error readKey(const YamlPair &P) {
    const YamlValue &V = P.Value;
    StringRef Folder = sys::path::parent_path(Name);
    std::vector<std::string> List;
    if (P.Key == "checks" || P.Key == "exclude" || P.Key == "model-files") {
      if (Error E = readList(P, List))
        return E;
      if (P.Key == "checks")
        Result.Checks = join(List, ",");
      else if (P.Key == "exclude")
        Result.Exclude = std::move(List);
      for (const std::string &File : P.Key == "model-files" ? List : std::vector<std::string>())
        Result.ModelFiles.push_back(absolutePath(File, Folder));
      if (auto Parsed = Globs::parse(join(List, ",")); !Parsed && P.Key != "model-files")
        return fail(P, toString(Parsed.takeError()));
      else if (!Parsed)
        consumeError(Parsed.takeError());
      return Error::success();
    }
    if (P.Key == "models") {
      if (!V.isMapping() && !V.isNull())
        return fail(P, "takes the lists of a model file (functions, classes, ...)");
      if (V.isMapping() && V.Line == P.Line)
        return fail(P, "must begin on the next line");
      Result.Models = textBelow(Text.getBuffer(), P.Line);
      return Error::success();
    }
    if (!V.isScalar())
      return isKnown(P.Key) ? fail(P, "takes one value") : unknown(P);
    if (P.Key == "confidence") {
      Result.AtLeast = findings::parseConfidence(V.Text);
      return Result.AtLeast ? Error::success() : fail(P, "is one of high, medium, low");
    }
    if (P.Key == "fail-on") {
      Result.Fail = parseFailOn(V.Text);
      return Result.Fail ? Error::success() : fail(P, "is one of error, warning, note, never");
    }
    if (P.Key == "cache-dir") {
      Result.CacheDirectory = absolutePath(V.Text, Folder);
      return Error::success();
    }
    if (P.Key == "jobs") {
      unsigned N;
      if (!to_integer(V.Text, N, 10) || N == 0 || N > 1024)
        return fail(P, "is a number from 1 to 1024");
      Result.Jobs = N;
      return Error::success();
    }
    return unknown(P);
  }

  static bool isKnown(StringRef Key) {
    return Key == "confidence" || Key == "fail-on" || Key == "cache-dir" || Key == "jobs";
  }

  Error unknown(const YamlPair &P) {
    return yamlError(Name, P.Line,
                     "unknown key '" + P.Key +
                         "' (known: checks, confidence, fail-on, exclude, models, model-files, cache-dir, jobs)");
  }

  MemoryBufferRef Text;
  StringRef Name;
  Config Result;
};

} // namespace

Expected<Config> parseConfig(MemoryBufferRef Text) { return ConfigReader(Text).read(); }

Expected<Config> findConfig(vfs::FileSystem &FS, StringRef Directory) {
  for (; !Directory.empty(); Directory = sys::path::parent_path(Directory)) {
    std::string Path = absolutePath(".offmain.yaml", Directory);
    auto Status = FS.status(Path);
    if (!Status || !Status->isRegularFile())
      continue;
    auto Buffer = FS.getBufferForFile(Path);
    if (!Buffer)
      return createStringError("cannot read '%s': %s", Path.c_str(), Buffer.getError().message().c_str());
    return parseConfig(MemoryBufferRef((*Buffer)->getBuffer(), Path));
  }
  return Config();
}

} // namespace offmain
