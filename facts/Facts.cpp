// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Opening a facts file: structure first (FlatBuffers' own verifier), then meaning (Verify.cpp). Bytes that are not
// aligned as FlatBuffers want them (a slice of a larger file) are copied once; mapped files never are.
#include "facts/Facts.h"

using namespace llvm;

namespace offmain::facts {

static Error bad(const MemoryBuffer &Bytes, const Twine &What) {
  return createStringError(Bytes.getBufferIdentifier() + ": not a usable facts file: " + What);
}

Expected<UnitView> open(std::unique_ptr<MemoryBuffer> Bytes) {
  constexpr uintptr_t Alignment = 16;
  if (reinterpret_cast<uintptr_t>(Bytes->getBufferStart()) % Alignment)
    Bytes = MemoryBuffer::getMemBufferCopy(Bytes->getBuffer(), Bytes->getBufferIdentifier());
  size_t Size = Bytes->getBufferSize();
  if (Size >= FLATBUFFERS_MAX_BUFFER_SIZE)
    return bad(*Bytes, "larger than 2 GB");

  const auto *Data = reinterpret_cast<const uint8_t *>(Bytes->getBufferStart());
  flatbuffers::Verifier::Options Options;
  Options.max_depth = 8;                                                   // Unit → vector → table
  Options.max_tables = static_cast<flatbuffers::uoffset_t>(Size / 4 + 16); // a table has at least 4 bytes
  flatbuffers::Verifier Verifier(Data, Size, Options);
  if (Size < 8 || !fb::UnitBufferHasIdentifier(Data))
    return bad(*Bytes, "the file mark is missing");
  if (!fb::VerifyUnitBuffer(Verifier))
    return bad(*Bytes, "damaged or truncated");
  const fb::Unit *Root = fb::GetUnit(Data);
  if (std::string What = verify(*Root); !What.empty())
    return bad(*Bytes, What);
  return UnitView(std::shared_ptr<const MemoryBuffer>(std::move(Bytes)), Root);
}

} // namespace offmain::facts
