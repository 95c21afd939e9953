// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SharedHeaders.h: reading an index, and which units may share.
#include "extract/SharedHeaders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offmain {

Error SharedHeaders::check() {
  auto Bad = [](StringRef What) { return createStringError("bad index of shared headers: %s", What.str().c_str()); };
  flatbuffers::Verifier Verify(reinterpret_cast<const uint8_t *>(Bytes->getBufferStart()), Bytes->getBufferSize());
  if (!shared::VerifySetBuffer(Verify))
    return Bad("broken bytes");
  Set = shared::GetSet(Bytes->getBufferStart());
  if (!Set->headers() || !Set->names())
    return Bad("parts are missing");
  auto Inside = [](ArrayRef<uint32_t> L, uint32_t Size) { return all_of(L, [&](uint32_t I) { return I < Size; }); };
  uint32_t Headers = Set->headers()->size(), Names = Set->names()->size();
  for (const shared::Header *H : *Set->headers())
    if (!H->path() || !Inside(list(H->includes()), Headers) || !Inside(list(H->before()), Headers) ||
        !Inside(list(H->after()), Headers))
      return Bad("a header");
  for (const shared::Name *N : *Set->names())
    if (!N->text() || !Inside(list(N->headers()), Headers) || !Inside(list(N->defining()), Headers) ||
        !Inside(list(N->repeating()), Headers))
      return Bad("a name");
  if (undone())
    for (const shared::Undone *U : *undone())
      if (U->name() >= Names || !Inside(list(U->defines()), Headers) || !Inside(list(U->undefines()), Headers))
        return Bad("an undone macro");
  if (words())
    for (const shared::Word *W : *words())
      if (W->name() >= Names || !Inside(list(W->said_by()), Headers) || !Inside(list(W->heard()), Headers) ||
          !Inside(list(W->not_heard()), Headers))
        return Bad("a word between headers");
  if (!Inside(prologue(), Names))
    return Bad("the prologue");
  uint64_t Size = 0;
  if (sys::fs::file_size(Precompiled, Size) || Size != Set->precompiled_size())
    return Bad("the precompiled file is gone or another one");
  return Error::success();
}

Expected<std::shared_ptr<const SharedHeaders>> SharedHeaders::open(StringRef Stem) {
  auto New = std::make_shared<SharedHeaders>();
  New->Precompiled = (Stem + ".pch").str();
  New->Source = (Stem + ".h").str();
  auto Bytes = MemoryBuffer::getFile(Stem + ".index", /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Bytes)
    return errorCodeToError(Bytes.getError());
  New->Bytes = std::move(*Bytes);
  if (Error E = New->check())
    return std::move(E);
  for (uint32_t I = 0; I != New->size(); ++I)
    New->ByPath[New->path(I)] = I;
  return New;
}

std::optional<uint32_t> SharedHeaders::find(StringRef RealPath) const {
  auto It = ByPath.find(RealPath);
  return It == ByPath.end() ? std::nullopt : std::optional(It->second);
}

std::optional<uint32_t> SharedHeaders::name(StringRef Identifier) const {
  auto All = seq<uint32_t>(0, Set->names()->size());
  auto It = partition_point(All, [&](uint32_t N) { return text(N) < Identifier; });
  return It != All.end() && text(*It) == Identifier ? std::optional(*It) : std::nullopt;
}

std::string sharingKey(const ExtractRequest &Request, ArrayRef<std::string> CleanedCommand) {
  std::string Key = Request.Directory + '\0';
  for (size_t I = 0; I != CleanedCommand.size(); ++I)
    if (I == 0 || CleanedCommand[I - 1] != "--") // the source
      Key += CleanedCommand[I] + '\0';
  return Key + sys::path::extension(Request.File).str(); // it decides the language
}

} // namespace offmain
