// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// llvm::yaml::Stream → YamlValue. Whatever is refused here (aliases, tags on collections are harmless, complex keys,
// depth) is refused before the parser could be made to recurse over it.
#include "models/YamlTree.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace offmain {

const YamlValue *YamlValue::find(StringRef Key) const {
  for (const YamlPair &P : Pairs)
    if (P.Key == Key)
      return &P.Value;
  return nullptr;
}

Error yamlError(StringRef File, unsigned Line, const Twine &What) {
  return createStringError(inconvertibleErrorCode(), File + ":" + Twine(Line) + ": " + What);
}

namespace {

class TreeBuilder {
public:
  explicit TreeBuilder(MemoryBufferRef Text) : Text(Text) { indexLines(); }

  Expected<YamlValue> run() {
    SourceMgr Sources;
    Sources.setDiagHandler(&TreeBuilder::onDiagnostic, this);
    yaml::Stream Stream(Text, Sources, /*ShowColors=*/false);
    YamlValue Root;
    yaml::document_iterator Doc = Stream.begin();
    if (Doc != Stream.end())
      if (yaml::Node *Node = Doc->getRoot(); Node && !Stream.failed())
        read(*Node, Root, 0, 1);
    if (Stream.failed())
      fail(DiagnosticLine ? DiagnosticLine : 1, Diagnostic.empty() ? "not valid YAML" : Diagnostic);
    if (Failed)
      return yamlError(Text.getBufferIdentifier(), FailedLine, Message);
    return Root;
  }

private:
  static void onDiagnostic(const SMDiagnostic &D, void *Self) {
    auto *Builder = static_cast<TreeBuilder *>(Self);
    if (!Builder->Diagnostic.empty())
      return;
    Builder->Diagnostic = D.getMessage().str();
    Builder->DiagnosticLine = D.getLineNo() > 0 ? D.getLineNo() : 1;
  }

  void indexLines() {
    StringRef Bytes = Text.getBuffer();
    for (size_t At = 0; At < Bytes.size(); ++At)
      if (Bytes[At] == '\n')
        LineEnds.push_back(At);
  }

  unsigned lineOf(const yaml::Node &Node) const {
    const char *At = Node.getSourceRange().Start.getPointer();
    StringRef Bytes = Text.getBuffer();
    if (!At || At < Bytes.begin() || At > Bytes.end())
      return 1;
    size_t Offset = At - Bytes.begin();
    return std::lower_bound(LineEnds.begin(), LineEnds.end(), Offset) - LineEnds.begin() + 1;
  }

  bool fail(unsigned Line, const Twine &What) {
    if (!Failed) {
      Failed = true;
      FailedLine = Line;
      Message = What.str();
    }
    return false;
  }

  /// `Near` is the line of what the value belongs to. False: stop walking at once (the iterators must not be advanced
  /// any more).
  bool read(yaml::Node &Node, YamlValue &Out, unsigned Depth, unsigned Near) {
    Out.Line = lineOf(Node);
    if (Depth > MaxYamlDepth)
      return fail(Out.Line, "nested more than " + Twine(MaxYamlDepth) + " deep");
    if (isa<yaml::NullNode>(Node))
      return true;
    if (isa<yaml::ScalarNode>(Node) || isa<yaml::BlockScalarNode>(Node)) {
      Out.What = YamlValue::Kind::Scalar;
      return readText(Node, Out.Text);
    }
    if (auto *Sequence = dyn_cast<yaml::SequenceNode>(&Node))
      return readSequence(*Sequence, Out, Depth);
    if (auto *Mapping = dyn_cast<yaml::MappingNode>(&Node))
      return readMapping(*Mapping, Out, Depth);
    // An alias knows the place of the token after it only.
    return fail(Near, "aliases are not supported (quote a text that begins with '*')");
  }

  bool readText(yaml::Node &Node, std::string &Out) {
    if (auto *Scalar = dyn_cast<yaml::ScalarNode>(&Node)) {
      SmallString<64> Storage;
      Out = Scalar->getValue(Storage).str();
    } else if (auto *Block = dyn_cast<yaml::BlockScalarNode>(&Node)) {
      Out = Block->getValue().str();
    } else {
      return fail(lineOf(Node), "expected a text");
    }
    return !Node.failed();
  }

  bool readSequence(yaml::SequenceNode &Sequence, YamlValue &Out, unsigned Depth) {
    Out.What = YamlValue::Kind::Sequence;
    for (yaml::Node &Item : Sequence) {
      Out.Items.emplace_back();
      if (!read(Item, Out.Items.back(), Depth + 1, Out.Line) || Sequence.failed())
        return false;
    }
    return !Sequence.failed();
  }

  bool readMapping(yaml::MappingNode &Mapping, YamlValue &Out, unsigned Depth) {
    Out.What = YamlValue::Kind::Mapping;
    StringSet<> Seen;
    for (yaml::KeyValueNode &Entry : Mapping) {
      yaml::Node *Key = Entry.getKey();
      if (!Key || Entry.failed())
        return fail(Out.Line, "a key is missing");
      Out.Pairs.emplace_back();
      YamlPair &Pair = Out.Pairs.back();
      Pair.Line = lineOf(*Key);
      if (!readText(*Key, Pair.Key))
        return fail(Pair.Line, "a key must be a plain text");
      if (!Seen.insert(Pair.Key).second)
        return fail(Pair.Line, "key '" + Pair.Key + "' stands twice");
      yaml::Node *Value = Entry.getValue();
      if (!Value || Entry.failed())
        return fail(Pair.Line, "key '" + Pair.Key + "' has no readable value");
      if (!read(*Value, Pair.Value, Depth + 1, Pair.Line) || Mapping.failed())
        return false;
    }
    return !Mapping.failed();
  }

  MemoryBufferRef Text;
  std::vector<size_t> LineEnds;
  bool Failed = false;
  unsigned FailedLine = 0, DiagnosticLine = 0;
  std::string Message, Diagnostic;
};

} // namespace

Expected<YamlValue> parseYaml(MemoryBufferRef Text) {
  StringRef File = Text.getBufferIdentifier(), Bytes = Text.getBuffer();
  if (Bytes.size() > MaxYamlBytes)
    return yamlError(File, 1, "larger than " + Twine(MaxYamlBytes >> 20) + " MiB");
  if (size_t Nul = Bytes.find('\0'); Nul != StringRef::npos)
    return yamlError(File, Bytes.take_front(Nul).count('\n') + 1, "a NUL byte");
  size_t Bad = 0;
  if (!json::isUTF8(Bytes, &Bad))
    return yamlError(File, Bytes.take_front(Bad).count('\n') + 1, "not UTF-8");
  return TreeBuilder(Text).run();
}

} // namespace offmain
