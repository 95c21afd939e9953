// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Json.h. Byte 0x80+n that is not part of valid UTF-8 becomes U+10FF80+n (plane 16, private use) and back.
#include "findings/Json.h"
#include "llvm/Support/ConvertUTF.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr unsigned MaxDepth = 200;
// U+10FF80..U+10FFFF as UTF-8: F4 8F BE 80 .. F4 8F BF BF
constexpr char Lead[] = "\xF4\x8F";

bool isTooDeep(StringRef Text) {
  unsigned Depth = 0;
  bool InString = false;
  for (size_t I = 0; I != Text.size(); ++I) {
    char C = Text[I];
    if (InString) {
      if (C == '\\')
        I += I + 1 != Text.size();
      else if (C == '"')
        InString = false;
    } else if (C == '"') {
      InString = true;
    } else if (C == '[' || C == '{') {
      if (++Depth > MaxDepth)
        return true;
    } else if ((C == ']' || C == '}') && Depth) {
      --Depth;
    }
  }
  return false;
}

std::string escapeBytes(StringRef Text) {
  std::string Result;
  Result.reserve(Text.size() + 64);
  const UTF8 *At = reinterpret_cast<const UTF8 *>(Text.begin());
  const UTF8 *End = reinterpret_cast<const UTF8 *>(Text.end());
  while (At != End) {
    unsigned Length = *At < 0x80 ? 1 : getUTF8SequenceSize(At, End);
    if (Length) {
      Result.append(At, At + Length);
      At += Length;
    } else {
      unsigned Low = *At++ - 0x80;
      Result += Lead;
      Result += char(0xBE + (Low >> 6));
      Result += char(0x80 + (Low & 0x3F));
    }
  }
  return Result;
}

} // namespace

Expected<json::Value> parseJson(MemoryBufferRef Buffer) {
  StringRef Text = Buffer.getBuffer();
  Text.consume_front("\xEF\xBB\xBF");
  std::string Name = Buffer.getBufferIdentifier().str();
  if (Text.trim().empty())
    return createStringError("%s is empty", Name.c_str());
  if (isTooDeep(Text))
    return createStringError("%s is nested too deeply to be read", Name.c_str());
  std::string Escaped;
  if (!json::isUTF8(Text))
    Text = Escaped = escapeBytes(Text);
  auto Parsed = json::parse(Text);
  if (!Parsed)
    return createStringError("%s is not valid JSON: %s", Name.c_str(), toString(Parsed.takeError()).c_str());
  return Parsed;
}

std::string bytes(StringRef Parsed) {
  std::string Result;
  size_t At = 0;
  for (size_t Hit = Parsed.find(Lead); Hit != StringRef::npos; Hit = Parsed.find(Lead, At)) {
    Result += Parsed.slice(At, Hit);
    At = Hit + 4;
    if (At > Parsed.size() || (uint8_t)Parsed[Hit + 2] < 0xBE) {
      Result += Parsed.substr(Hit, 4);
      At = std::min(At, Parsed.size());
      continue;
    }
    Result += char(0x80 + (((uint8_t)Parsed[Hit + 2] - 0xBE) << 6) + ((uint8_t)Parsed[Hit + 3] & 0x3F));
  }
  return Result += Parsed.substr(At);
}

} // namespace offmain
