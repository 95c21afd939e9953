// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings → bytes. One file a format; all are pure functions of a Report and the sources it names.
//
// Nothing here is a date, a duration or a host name: the same findings give the same bytes. The rules come as plain
// texts, so this folder does not see checks/.
#ifndef OFFMAIN_EMIT_EMIT_H
#define OFFMAIN_EMIT_EMIT_H

#include "findings/Edit.h"
#include "findings/Finding.h"
#include "findings/SourceText.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace offmain {

/// What a rule says of itself, for formats that carry rule descriptions.
struct RuleText {
  std::string Id;
  Level DefaultLevel;
  std::string Summary;
  std::string Page; ///< Markdown
};

/// A unit that could not be analyzed, or only in part.
struct IncompleteUnit {
  std::string File;     ///< absolute
  std::string Reason;   ///< one line
  SourcePlace At;       ///< first error, if known (Line 0: not)
  bool Partial = false; ///< findings from what parsed are in the report
  friend auto operator<=>(const IncompleteUnit &, const IncompleteUnit &) = default;
};

using FixTexts = std::map<std::string, SourceFix>; ///< verified fixes, by the fingerprint of the finding

/// All that is printed of a run.
struct Report {
  std::vector<Finding> Findings; ///< sorted, filtered, with fingerprints
  std::vector<RuleText> Rules;
  std::vector<IncompleteUnit> Incomplete; ///< sorted
  FixTexts Fixes; ///< none where they were not asked for
  unsigned Units = 0;
  Origin From = Origin::Analysis; ///< Run: of `offmain run`; there are no units
  std::string Directory; ///< absolute; files below it are shown relative to it
  std::string Version;
};

enum class Format : uint8_t { Text, Sarif, Json, Gitlab, Github, Html };
std::optional<Format> parseFormat(llvm::StringRef Text);

struct EmitOptions {
  Format As = Format::Text;
  bool Color = false;
};

/// Prints the report in the format asked for.
void emit(const Report &R, SourceText &Sources, const EmitOptions &Options, llvm::raw_ostream &OS);

void emitText(const Report &R, SourceText &Sources, bool Color, llvm::raw_ostream &OS);
void emitSarif(const Report &R, SourceText &Sources, llvm::raw_ostream &OS);
void emitJson(const Report &R, llvm::raw_ostream &OS);
/// One finding a line, as emitJson gives it in its list.
void emitJsonLines(const Report &R, llvm::raw_ostream &OS);
void emitGitlab(const Report &R, llvm::raw_ostream &OS);
void emitGithub(const Report &R, llvm::raw_ostream &OS);
void emitHtml(const Report &R, SourceText &Sources, llvm::raw_ostream &OS);

/// Prints one finding as text: `offmain explain FINDING-ID` and emitText.
void emitFindingText(const Finding &F, SourceText &Sources, llvm::StringRef Directory, llvm::raw_ostream &OS);

/// "12 units, 3 findings (2 errors, 1 warning)".
std::string summary(const Report &R);

/// `Path` as a person wants to see it: relative to `Directory` when below it.
std::string shownPath(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace offmain

#endif
