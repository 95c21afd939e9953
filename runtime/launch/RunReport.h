// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reporter's messages as findings: addresses become source lines and names (with inlined frames, from the debug
// information), the stack becomes the witness, outermost first, as in `check`.
#ifndef OFFMAIN_RUNTIME_LAUNCH_RUNREPORT_H
#define OFFMAIN_RUNTIME_LAUNCH_RUNREPORT_H

#include "findings/Finding.h"
#include "runtime/launch/Launch.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/DebugInfo/Symbolize/Symbolize.h"
#include <map>
#include <optional>

namespace offmain::rt {

/// One frame of a stack, ready to be read.
struct NamedFrame {
  std::string Function; ///< demangled, without parameters; "" if nothing is known
  SourcePlace At;       ///< File "" if no line is known
  std::string Module;   ///< path of the library or executable; "" for Python
};

/// A line of a suppression file: "function:g_*", "library:libfoo.so*", "frame:Worker::run", "rule:…",
/// "file:*/plugins/*".
struct RunSuppression {
  enum Kind : uint8_t { Function, Library, Frame, Rule, File } Is;
  std::string Glob;
};
/// Reads such a file. The error names the line.
llvm::Expected<std::vector<RunSuppression>> readRunSuppressions(llvm::StringRef Text, llvm::StringRef Name);

class RunReport {
public:
  explicit RunReport(std::vector<RunSuppression> Suppressions);

  /// The finding of a "call" or "stall" message that is new; none for others, and for what is suppressed. The finding
  /// stays here, too; a later message of the same site takes its place.
  const Finding *add(const llvm::json::Object &Message);
  /// Adds what is known at the end: how often, on how many threads, how long. Findings in the order they were found.
  std::vector<Finding> finish(const Ended &End);

  /// The table of stalls: site, count, worst, total. "" without stalls.
  std::string stallTable(const Ended &End) const;
  unsigned suppressed() const { return Suppressed; }
  /// What the libraries said when they started: how many functions of which are watched.
  std::string coverage() const;
  /// Why nothing was or could be checked; "" if all is well.
  std::string trouble() const;

private:
  std::vector<NamedFrame> frames(const llvm::json::Object &Message);
  std::vector<NamedFrame> nativeFrames(const llvm::json::Object &Message);
  std::string waitsIn(const llvm::json::Object &Message, const std::vector<NamedFrame> &Frames);
  std::vector<NamedFrame> symbolize(llvm::StringRef Module, uint64_t Offset);
  bool matches(const RunSuppression &S, const Finding &F, const std::vector<NamedFrame> &Frames) const;
  Finding ofCall(const llvm::json::Object &Message, const std::vector<NamedFrame> &Frames) const;
  Finding ofStall(const llvm::json::Object &Message, const std::vector<NamedFrame> &Frames);

  std::vector<RunSuppression> Suppressions;
  llvm::symbolize::LLVMSymbolizer Symbolizer;
  std::map<unsigned, Finding> BySite;
  std::map<unsigned, bool> Stalls;
  llvm::StringMap<std::pair<unsigned, unsigned>> Libraries; ///< patched, refused
  std::string Trouble;
  bool Started = false, GuiKnown = false, HaveStacks = true;
  unsigned Suppressed = 0;
};

} // namespace offmain::rt

#endif
