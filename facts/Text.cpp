// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The JSON form is FlatBuffers' own, driven by the schema text that CMake embeds: a field added to facts.fbs is in it
// without a line here. Rejected: llvm::json by hand, which would be a second place to forget a field in.
#include "facts/Text.h"
#include "facts/SchemaText.h"
#include "flatbuffers/idl.h"

using namespace llvm;

namespace offmain::facts {

static std::unique_ptr<flatbuffers::Parser> parser() {
  flatbuffers::IDLOptions Options;
  Options.strict_json = true;
  Options.indent_step = 1;
  auto P = std::make_unique<flatbuffers::Parser>(Options);
  [[maybe_unused]] bool Parsed = P->Parse(SchemaText);
  assert(Parsed && "flatc took the same text");
  return P;
}

std::string toText(const UnitView &U) {
  std::string Out;
  if (!flatbuffers::GenerateText(*parser(), U.bytes().data(), &Out))
    return {};
  return Out;
}

Expected<std::string> fromText(StringRef Json) {
  auto P = parser();
  if (!P->ParseJson(Json.str().c_str()))
    return createStringError("not a facts text: " + StringRef(P->error_).split('\n').first);
  return std::string(reinterpret_cast<const char *>(P->builder_.GetBufferPointer()), P->builder_.GetSize());
}

StringRef name(ValueKind Kind) { return fb::EnumNameValueKind(Kind); }

} // namespace offmain::facts
