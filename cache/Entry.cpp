// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Entry.h. The reader has a sticky error: after the first impossible number every read gives zero, and the entry as
// a whole is unreadable. The checksum covers all bytes behind it, so what passes was written by this file, or on
// purpose.
#include "cache/Entry.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>

using namespace llvm;

namespace offmain::cache {

namespace {

constexpr char Magic[] = "OFFMAINU";
constexpr char WhyMagic[] = "OFFMAINY";
constexpr size_t HeaderSize = 8 + 4 + 4 + 8;
constexpr size_t FactsAlignment = 16;

class Writer {
public:
  std::string Bytes;

  void u32(uint32_t V) { integer(V); }
  void u64(uint64_t V) { integer(V); }
  void text(StringRef T) {
    u32(T.size());
    Bytes += T;
  }
  void path(StringRef Path) {
    size_t Shared = std::mismatch(Last.begin(), Last.begin() + std::min(Last.size(), Path.size()), Path.begin()).first -
                    Last.begin();
    u32(Shared);
    text(Path.drop_front(Shared));
    Last = Path.str();
  }

private:
  template <class T> void integer(T V) {
    char Buffer[sizeof(T)];
    support::endian::write<T>(Buffer, V, endianness::little);
    Bytes.append(Buffer, sizeof(T));
  }
  std::string Last;
};

class Reader {
public:
  explicit Reader(StringRef Bytes) : Bytes(Bytes) {}
  bool ok() const { return Ok; }
  size_t position() const { return At; }

  uint32_t u32() { return integer<uint32_t>(); }
  uint64_t u64() { return integer<uint64_t>(); }
  StringRef text() {
    size_t Size = u32();
    if (Size > Bytes.size() - At)
      return fail(), StringRef();
    StringRef Result = Bytes.substr(At, Size);
    At += Size;
    return Result;
  }
  const std::string &path() {
    size_t Shared = u32();
    StringRef Rest = text();
    if (Shared > Last.size())
      fail();
    else
      Last.resize(Shared);
    Last += Rest;
    return Last;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> Result;
    for (uint32_t Count = u32(); Ok && Count; --Count)
      Result.push_back(text().str());
    return Result;
  }

private:
  template <class T> T integer() {
    if (sizeof(T) > Bytes.size() - At)
      return fail(), T(0);
    T V = support::endian::read<T>(Bytes.data() + At, endianness::little);
    At += sizeof(T);
    return V;
  }
  void fail() {
    Ok = false;
    At = Bytes.size();
  }

  StringRef Bytes;
  size_t At = 0;
  bool Ok = true;
  std::string Last;
};

std::string sealed(StringRef Magic, StringRef Body) {
  Writer W;
  W.Bytes = Magic.str();
  W.u32(EntryVersion);
  W.u32(0);
  W.u64(xxh3_64bits(Body));
  return W.Bytes + Body.str();
}

/// The body behind a header that holds, or nothing.
std::optional<StringRef> unsealed(StringRef Magic, StringRef Bytes) {
  if (Bytes.size() < HeaderSize || !Bytes.starts_with(Magic))
    return std::nullopt;
  Reader R(Bytes.drop_front(Magic.size()));
  bool Right = R.u32() == EntryVersion;
  R.u32();
  StringRef Body = Bytes.drop_front(HeaderSize);
  if (!Right || R.u64() != xxh3_64bits(Body))
    return std::nullopt;
  return Body;
}

} // namespace

std::string encodeEntry(const Manifest &Needed, const UnitRecord &Unit) {
  Writer W;
  W.u32(Needed.Files.size());
  for (const ManifestFile &F : Needed.Files) {
    W.path(F.Path);
    W.u64(F.Stat.Size);
    W.u64(F.Stat.ModifiedNs);
    W.u64(F.Stat.ChangedNs);
    W.u64(F.Hash);
  }
  W.u32(Needed.Absent.size());
  for (const std::string &Path : Needed.Absent)
    W.path(Path);
  W.u32(Needed.Folders.size());
  for (const ManifestFolder &F : Needed.Folders) {
    W.path(F.Path);
    W.u64(F.Hash);
  }
  W.u32(Unit.Notes.size());
  for (const std::string &Note : Unit.Notes)
    W.text(Note);
  W.u32(Unit.Errors);
  W.u32(Unit.Facts.size());
  W.Bytes.append((FactsAlignment - (HeaderSize + W.Bytes.size()) % FactsAlignment) % FactsAlignment, '\0');
  W.Bytes += Unit.Facts;
  return sealed(Magic, W.Bytes);
}

EntryState decodeEntry(std::shared_ptr<MemoryBuffer> Bytes, UnitRecord &Unit, const ManifestQuestions &Ask) {
  auto Body = unsealed(Magic, Bytes->getBuffer());
  if (!Body)
    return EntryState::Unreadable;
  Reader R(*Body);
  ManifestFile F;
  for (uint32_t Count = R.u32(); R.ok() && Count; --Count) {
    F.Path = R.path();
    F.Stat.Exists = F.Stat.Regular = true;
    F.Stat.Size = R.u64();
    F.Stat.ModifiedNs = R.u64();
    F.Stat.ChangedNs = R.u64();
    F.Hash = R.u64();
    if (R.ok() && !Ask.OnFile(F))
      return EntryState::Stale;
  }
  for (uint32_t Count = R.u32(); R.ok() && Count; --Count)
    if (const std::string &Path = R.path(); R.ok() && !Ask.OnAbsent(Path))
      return EntryState::Stale;
  for (uint32_t Count = R.u32(); R.ok() && Count; --Count) {
    ManifestFolder Folder;
    Folder.Path = R.path();
    Folder.Hash = R.u64();
    if (R.ok() && !Ask.OnFolder(Folder))
      return EntryState::Stale;
  }
  Unit.Notes = R.texts();
  Unit.Errors = R.u32();
  size_t Size = R.u32();
  size_t Begin = HeaderSize + R.position();
  Begin += (FactsAlignment - Begin % FactsAlignment) % FactsAlignment;
  StringRef All = Bytes->getBuffer();
  if (!R.ok() || Begin > All.size() || All.size() - Begin != Size)
    return EntryState::Unreadable;
  Unit.Facts = All.substr(Begin, Size);
  Unit.Buffer = std::move(Bytes);
  return EntryState::Good;
}

std::string encodeWhy(const WhyRecord &Why) {
  Writer W;
  W.u64(Why.Command);
  W.u64(Why.Tool);
  return sealed(WhyMagic, W.Bytes);
}

bool decodeWhy(StringRef Bytes, WhyRecord &Why) {
  auto Body = unsealed(WhyMagic, Bytes);
  if (!Body)
    return false;
  Reader R(*Body);
  Why.Command = R.u64();
  Why.Tool = R.u64();
  return R.ok();
}

} // namespace offmain::cache
