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

#include "extract/SharedHeaders.h"
#include "fix/Fix.h"
#include <optional>

namespace offmain {

/// A file as it is to be read, whatever the disk holds.
struct Overlaid {
  std::string Path; ///< absolute
  std::string Text;
};

/// What a worker is asked for: the facts of a unit; with targets, proposals for findings in it; with a group, a set of
/// headers for the group to share.
struct Task {
  ExtractRequest Unit;
  std::vector<Overlaid> Overlay;
  std::vector<fix::Target> Targets;
  std::string Stem; ///< of the set of shared headers (SharedHeaders.h): to use, or to make; "": none
  std::vector<ExtractRequest> Group;
};

/// What it answers; which part, the task decides.
struct Answer {
  ExtractResult Unit;
  std::vector<fix::Proposal> Proposals;
  SharingResult Sharing;
};

std::string encode(const Task &T);
std::string encode(const Answer &A);
std::optional<Task> decodeTask(llvm::StringRef Fields);
std::optional<Answer> decodeAnswer(llvm::StringRef Fields);

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
