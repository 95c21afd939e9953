// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A finding: what a rule reports, ready to be filtered and printed. No program tables are needed to print it.
#ifndef OFFMAIN_FINDINGS_FINDING_H
#define OFFMAIN_FINDINGS_FINDING_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace offmain {

enum class Level : uint8_t { Note, Warning, Error };
enum class Confidence : uint8_t { Low, Medium, High };

/// A place as text sees it. `Line` 0: the file as a whole.
struct SourcePlace {
  std::string File; ///< absolute, normalised
  uint32_t Line = 0, Column = 0;
  uint32_t EndLine = 0, EndColumn = 0; ///< end of the last token, exclusive; 0: unknown
  friend auto operator<=>(const SourcePlace &, const SourcePlace &) = default;
};

/// One step of a witness or one related place: "thread starts here", "calls 'Scanner::report'".
struct Step {
  SourcePlace At;
  std::string Text;
  std::string Function; ///< qualified name of the function the step stands in (SARIF logicalLocations)
  friend auto operator<=>(const Step &, const Step &) = default;
};

/// Who found it: the analysis of the sources, a run of the program, or the one and then the other.
enum class Origin : uint8_t { Analysis, Run, Both };

/// What a run of the program (`offmain run`) saw of a finding.
struct Observation {
  uint64_t Count = 0;                ///< wrong calls, or stalls that came to their end
  uint32_t Threads = 0;              ///< on how many threads
  std::string Thread;                ///< the name of the first of them
  std::string Callee;                ///< what was called, where that is not the finding's own Callee
  uint64_t WorstMs = 0, TotalMs = 0; ///< of stalls
  bool IsStall = false;
  bool Unfinished = false; ///< stalled when the program ended
};

struct Finding {
  std::string Rule; ///< id, see checks/Rules.def
  Level Severity = Level::Warning;
  Confidence Sure = Confidence::High;
  SourcePlace At;                        ///< the offending call
  std::string Message;                   ///< one line, no final period
  std::string Function;                  ///< qualified name of the function At stands in
  std::string Callee;                    ///< qualified name of what is called
  std::vector<Step> Witness;             ///< from the entry (thread start, handler) to the call
  std::vector<Step> Counterpart;         ///< of a finding about two ends (who waits, who would wake): the chain to the other
  std::vector<Step> Related;             ///< connect sites, spawn sites, the other end of two-ended bugs
  std::vector<std::string> OtherEntries; ///< further entries that reach the same call, by name
  std::string Advice;                    ///< what to do, one phrase
  std::vector<std::string> Assumptions;  ///< what a confidence below high rests on
  SourcePlace Cause;                     ///< where another rule reports what causes this one; told there, it is not told again
  Origin From = Origin::Analysis;
  std::optional<Observation> Observed;   ///< unless From is Analysis; while the run lasts its numbers are 0
  std::string Fingerprint;               ///< set by findings::identify: stable under unrelated edits
  bool Suppressed = false;
};

} // namespace offmain

#endif
