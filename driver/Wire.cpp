// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Wire.h.
#include "driver/Wire.h"
#include "llvm/Support/Endian.h"
#include <cerrno>
#include <unistd.h>

using namespace llvm;

namespace offmain {

namespace {

constexpr uint32_t Magic = 0x4D574D4F; // "OMWM"
constexpr size_t HeaderSize = 8;
constexpr uint32_t MaxMessage = 1u << 30;

class Writer {
public:
  Writer() {
    u32(Magic);
    u32(0);
  }
  void u32(uint32_t V) {
    char Buffer[4];
    support::endian::write32le(Buffer, V);
    Bytes.append(Buffer, 4);
  }
  void text(StringRef T) {
    u32(T.size());
    Bytes += T;
  }
  void list(const std::vector<std::string> &L) {
    u32(L.size());
    for (const std::string &T : L)
      text(T);
  }
  std::string finish() {
    support::endian::write32le(Bytes.data() + 4, Bytes.size() - HeaderSize);
    return std::move(Bytes);
  }

private:
  std::string Bytes;
};

class Reader {
public:
  explicit Reader(StringRef Bytes) : Rest(Bytes) {}
  bool done() const { return Ok && Rest.empty(); }
  uint32_t u32() {
    if (Rest.size() < 4)
      return Ok = false, 0;
    uint32_t V = support::endian::read32le(Rest.data());
    Rest = Rest.drop_front(4);
    return V;
  }
  std::string text() {
    size_t Size = u32();
    if (Size > Rest.size())
      return Ok = false, std::string();
    std::string Result = Rest.take_front(Size).str();
    Rest = Rest.drop_front(Size);
    return Result;
  }
  /// Reads a count, then so many items.
  template <class Item> void each(Item &&Take) {
    for (uint32_t Count = u32(); Ok && Count; --Count)
      Take();
  }
  std::vector<std::string> list() {
    std::vector<std::string> Result;
    each([&] { Result.push_back(text()); });
    return Result;
  }

private:
  StringRef Rest;
  bool Ok = true;
};

} // namespace

// The order of the fields is that of the calls below, once to write and once to read.

static void writeRequest(Writer &W, const ExtractRequest &Unit) {
  W.text(Unit.Directory);
  W.text(Unit.File);
  W.list(Unit.Arguments);
  W.u32(Unit.Strict);
}

static ExtractRequest readRequest(Reader &R) {
  ExtractRequest Unit;
  Unit.Directory = R.text();
  Unit.File = R.text();
  Unit.Arguments = R.list();
  Unit.Strict = R.u32() != 0;
  return Unit;
}

std::string encode(const Task &T) {
  Writer W;
  writeRequest(W, T.Unit);
  W.text(T.Stem);
  W.u32(T.Group.size());
  for (const ExtractRequest &Unit : T.Group)
    writeRequest(W, Unit);
  W.u32(T.Overlay.size());
  for (const Overlaid &File : T.Overlay) {
    W.text(File.Path);
    W.text(File.Text);
  }
  W.u32(T.Targets.size());
  for (const fix::Target &Each : T.Targets) {
    W.text(Each.Fingerprint);
    W.text(Each.Rule);
    W.text(Each.At.File);
    for (uint32_t N : {Each.At.Line, Each.At.Column, Each.At.EndLine, Each.At.EndColumn})
      W.u32(N);
    W.text(Each.Callee);
    for (bool B : {Each.OnMain, Each.OffMain, Each.InSignal, Each.OffMainFree, Each.OffMainHeld, Each.LockUsed})
      W.u32(B);
    for (const std::string &Word : {Each.Says.Role, Each.Says.Async, Each.Says.Finish, Each.Caller})
      W.text(Word);
    W.u32(static_cast<uint32_t>(Each.Says.TimeArg));
    W.u32(Each.Says.UnitUs);
  }
  return W.finish();
}

std::optional<Task> decodeTask(StringRef Fields) {
  Reader R(Fields);
  Task T;
  T.Unit = readRequest(R);
  T.Stem = R.text();
  R.each([&] { T.Group.push_back(readRequest(R)); });
  R.each([&] { std::string Path = R.text();
    T.Overlay.push_back({std::move(Path), R.text()}); });
  R.each([&] {
    fix::Target &Each = T.Targets.emplace_back();
    Each.Fingerprint = R.text();
    Each.Rule = R.text();
    Each.At.File = R.text();
    for (uint32_t *N : {&Each.At.Line, &Each.At.Column, &Each.At.EndLine, &Each.At.EndColumn})
      *N = R.u32();
    Each.Callee = R.text();
    for (bool *B : {&Each.OnMain, &Each.OffMain, &Each.InSignal, &Each.OffMainFree, &Each.OffMainHeld, &Each.LockUsed})
      *B = R.u32() != 0;
    for (std::string *Word : {&Each.Says.Role, &Each.Says.Async, &Each.Says.Finish, &Each.Caller})
      *Word = R.text();
    Each.Says.TimeArg = static_cast<int32_t>(R.u32());
    Each.Says.UnitUs = R.u32();
  });
  if (!R.done())
    return std::nullopt;
  return T;
}

std::string encode(const Answer &A) {
  Writer W;
  W.text(A.Unit.Facts);
  W.list(A.Unit.Reads);
  W.list(A.Unit.Absent);
  W.list(A.Unit.Listed);
  W.list(A.Unit.Notes);
  W.u32(A.Unit.Errors);
  W.text(A.Unit.FatalMessage);
  W.text(A.Unit.NotShared);
  W.text(A.Sharing.Trouble);
  W.list(A.Sharing.Reads);
  W.list(A.Sharing.Absent);
  W.list(A.Sharing.Listed);
  W.u32(A.Proposals.size());
  for (const fix::Proposal &P : A.Proposals) {
    W.list(P.Fingerprints);
    W.text(P.Title);
    W.text(P.Advice);
    W.text(P.Group);
    W.u32(P.Edits.size());
    for (const fix::Edit &E : P.Edits) {
      W.text(E.File);
      W.u32(E.Offset);
      W.u32(E.Length);
      W.text(E.Text);
    }
  }
  return W.finish();
}

static fix::Edit readEdit(Reader &R) {
  fix::Edit E;
  E.File = R.text();
  E.Offset = R.u32();
  E.Length = R.u32();
  E.Text = R.text();
  return E;
}

std::optional<Answer> decodeAnswer(StringRef Fields) {
  Reader R(Fields);
  Answer A;
  A.Unit.Facts = R.text();
  A.Unit.Reads = R.list();
  A.Unit.Absent = R.list();
  A.Unit.Listed = R.list();
  A.Unit.Notes = R.list();
  A.Unit.Errors = R.u32();
  A.Unit.FatalMessage = R.text();
  A.Unit.NotShared = R.text();
  A.Sharing.Trouble = R.text();
  A.Sharing.Reads = R.list();
  A.Sharing.Absent = R.list();
  A.Sharing.Listed = R.list();
  R.each([&] {
    fix::Proposal &P = A.Proposals.emplace_back();
    P.Fingerprints = R.list();
    P.Title = R.text();
    P.Advice = R.text();
    P.Group = R.text();
    R.each([&] { P.Edits.push_back(readEdit(R)); });
  });
  if (!R.done())
    return std::nullopt;
  return A;
}

Frame nextFrame(StringRef Bytes) {
  Frame F;
  if (Bytes.size() < HeaderSize)
    return F;
  uint32_t Length = support::endian::read32le(Bytes.data() + 4);
  if (support::endian::read32le(Bytes.data()) != Magic || Length > MaxMessage) {
    F.Is = Frame::State::Garbage;
    return F;
  }
  if (Bytes.size() - HeaderSize < Length)
    return F;
  F.Is = Frame::State::Whole;
  F.Fields = Bytes.substr(HeaderSize, Length);
  F.Size = HeaderSize + Length;
  return F;
}

bool writeAll(int File, StringRef Bytes) {
  while (!Bytes.empty()) {
    ssize_t N = ::write(File, Bytes.data(), Bytes.size());
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      return false;
    Bytes = Bytes.drop_front(N);
  }
  return true;
}

static bool readExactly(int File, char *Into, size_t Size) {
  while (Size) {
    ssize_t N = ::read(File, Into, Size);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      return false;
    Into += N;
    Size -= N;
  }
  return true;
}

bool readMessage(int File, std::string &Fields) {
  char Header[HeaderSize];
  if (!readExactly(File, Header, HeaderSize) || support::endian::read32le(Header) != Magic)
    return false;
  uint32_t Length = support::endian::read32le(Header + 4);
  if (Length > MaxMessage)
    return false;
  Fields.resize(Length);
  return readExactly(File, Fields.data(), Length);
}

} // namespace offmain
