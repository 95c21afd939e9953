// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SourceText.h. Line starts are found on the first question about a file.
#include "findings/SourceText.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

SourceText::File &SourceText::load(StringRef Path) {
  auto [It, New] = Files.try_emplace(Path);
  File &F = It->second;
  if (!New)
    return F;
  auto Status = FS->status(Path);
  if (!Status || !Status->isRegularFile())
    return F;
  auto Buffer = FS->getBufferForFile(Path, -1, /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return F;
  F.Buffer = std::move(*Buffer);
  StringRef Text = F.Buffer->getBuffer();
  F.LineStarts.push_back(0);
  for (size_t At = Text.find('\n'); At != StringRef::npos; At = Text.find('\n', At + 1))
    F.LineStarts.push_back(At + 1);
  return F;
}

std::optional<StringRef> SourceText::text(StringRef Path) {
  File &F = load(Path);
  if (!F.Buffer)
    return std::nullopt;
  return F.Buffer->getBuffer();
}

std::optional<StringRef> SourceText::line(StringRef Path, uint32_t Line) {
  File &F = load(Path);
  if (!F.Buffer || Line == 0 || Line > F.LineStarts.size())
    return std::nullopt;
  StringRef Text = F.Buffer->getBuffer();
  size_t Begin = F.LineStarts[Line - 1];
  size_t End = Line < F.LineStarts.size() ? F.LineStarts[Line] - 1 : Text.size();
  return Text.slice(Begin, End).rtrim('\r');
}

std::pair<uint32_t, uint32_t> SourceText::place(StringRef Path, uint32_t Offset) {
  File &F = load(Path);
  if (!F.Buffer)
    return {1, 1};
  size_t At = std::min<size_t>(Offset, F.Buffer->getBufferSize());
  auto Next = llvm::upper_bound(F.LineStarts, At);
  return {uint32_t(Next - F.LineStarts.begin()), uint32_t(At - *std::prev(Next) + 1)};
}

static bool isContinuation(char C) { return (static_cast<unsigned char>(C) & 0xC0) == 0x80; }

uint32_t SourceText::codePointColumn(StringRef Path, uint32_t Line, uint32_t ByteColumn) {
  auto Text = line(Path, Line);
  if (!Text || !ByteColumn)
    return ByteColumn;
  return ByteColumn - uint32_t(count_if(Text->take_front(ByteColumn - 1), isContinuation));
}

uint32_t SourceText::byteColumn(StringRef Path, uint32_t Line, uint32_t CodePointColumn) {
  auto Text = line(Path, Line);
  if (!Text || !CodePointColumn)
    return CodePointColumn;
  uint32_t At = 0, Points = 0;
  for (; At < Text->size(); ++At)
    if (!isContinuation((*Text)[At]) && ++Points == CodePointColumn)
      return At + 1;
  return At + (CodePointColumn - Points); // beyond its end
}

} // namespace offmain
