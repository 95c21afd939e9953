// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What goes through the pipes between the driver and its workers: length-prefixed messages of texts.
//
//   message: u32 "OMWM" | u32 length | fields        text: u32 length | bytes        list: u32 count | texts
//
// Both ends are the same executable, so there is no version. A worker that a hostile source has taken over can still
// write anything: the reader checks every number and takes garbage for a crash.
#ifndef OFFMAIN_DRIVER_WIRE_H
#define OFFMAIN_DRIVER_WIRE_H

#include "extract/Extract.h"
#include <optional>

namespace offmain {

std::string encode(const ExtractRequest &Request);
std::string encode(const ExtractResult &Result);
std::optional<ExtractRequest> decodeRequest(llvm::StringRef Fields);
std::optional<ExtractResult> decodeResult(llvm::StringRef Fields);

/// The first whole message at the start of `Bytes`: its fields and how many bytes it takes.
struct Frame {
  enum class State { Partial, Whole, Garbage } Is = State::Partial;
  llvm::StringRef Fields;
  size_t Size = 0;
};
Frame nextFrame(llvm::StringRef Bytes);

/// Blocking whole-message transfer over a file descriptor, for the worker's side. False at the end or on error.
bool writeAll(int File, llvm::StringRef Bytes);
bool readMessage(int File, std::string &Fields);

} // namespace offmain

#endif
