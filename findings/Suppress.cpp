// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Suppress.h. A file's comments become ranges of lines; a finding asks the ranges of its file.
#include "findings/Suppress.h"
#include "findings/Globs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <map>

using namespace llvm;

namespace offmain::findings {

namespace {

/// The lines one comment speaks of, and the rules.
struct Range {
  uint32_t Line = 0, Column = 0; ///< of the comment itself
  uint32_t First = 0, Last = 0;  ///< suppressed lines; Last 0: none (an unclosed NOLINTBEGIN)
  std::string Text;
  bool All = false;                ///< no list
  SmallVector<std::string, 2> Ids; ///< list items
  bool Used = false;

  bool covers(uint32_t L) const { return First <= L && L <= Last; }
  bool names(StringRef Rule) const {
    return All || any_of(Ids, [&](const std::string &Id) { return globMatches(Id, Rule); });
  }
};

enum class Kind { Line, NextLine, Begin, End };

/// Reads the word and the list that start at `Text`; sets what the range says of rules.
Kind parseComment(StringRef Text, Range &R) {
  StringRef Rest = Text;
  Kind K = Kind::Line;
  Rest.consume_front("NOLINT");
  if (Rest.consume_front("NEXTLINE"))
    K = Kind::NextLine;
  else if (Rest.consume_front("BEGIN"))
    K = Kind::Begin;
  else if (Rest.consume_front("END"))
    K = Kind::End;
  size_t Close = Rest.starts_with("(") ? Rest.find(')') : StringRef::npos;
  if (Close == StringRef::npos) {
    R.All = true;
    R.Text = Text.drop_back(Rest.size()).str();
    return K;
  }
  R.Text = Text.take_front(Text.size() - Rest.size() + Close + 1).str();
  SmallVector<StringRef> Items;
  Rest.slice(1, Close).split(Items, ',', -1, false);
  for (StringRef Item : Items)
    if (!Item.trim().empty())
      R.Ids.push_back(Item.trim().str());
  return K;
}

std::vector<Range> parseFile(StringRef Text) {
  std::vector<Range> Ranges;
  std::vector<size_t> Open; // indices of NOLINTBEGINs not closed yet
  uint32_t Line = 1;
  size_t LineStart = 0, Counted = 0;
  for (size_t At = Text.find("NOLINT"); At != StringRef::npos; At = Text.find("NOLINT", At + 6)) {
    for (size_t NL = Text.find('\n', Counted); NL < At; NL = Text.find('\n', NL + 1)) {
      ++Line;
      LineStart = NL + 1;
    }
    Counted = At;
    Range R;
    R.Line = Line;
    R.Column = At - LineStart + 1;
    switch (parseComment(Text.slice(At, Text.find('\n', At)), R)) {
    case Kind::Line:
      R.First = R.Last = Line;
      break;
    case Kind::NextLine:
      R.First = R.Last = Line + 1;
      break;
    case Kind::Begin:
      Open.push_back(Ranges.size());
      break;
    case Kind::End: {
      auto Same = [&](size_t I) { return Ranges[I].Ids == R.Ids && Ranges[I].All == R.All; };
      auto It = find_if(reverse(Open), Same);
      if (It == Open.rend())
        continue;
      Ranges[*It].First = Ranges[*It].Line;
      Ranges[*It].Last = Line;
      Open.erase(std::next(It).base());
      continue;
    }
    }
    Ranges.push_back(std::move(R));
  }
  return Ranges;
}

bool namesARule(const Range &R, ArrayRef<StringRef> Rules) {
  if (R.All)
    return false;
  // "*" names nobody in particular: other tools use it too.
  return any_of(R.Ids, [&](StringRef Id) {
    return Id.find_first_not_of('*') != StringRef::npos &&
           any_of(Rules, [&](StringRef Rule) { return globMatches(Id, Rule); });
  });
}

} // namespace

std::vector<UnusedSuppression> suppress(std::vector<Finding> &Findings, SourceText &Sources, ArrayRef<StringRef> Rules,
                                        ArrayRef<std::string> MoreFiles) {
  std::map<std::string, std::vector<Range>> Files;
  auto RangesOf = [&](const std::string &File) -> std::vector<Range> & {
    auto [It, New] = Files.try_emplace(File);
    if (New)
      if (auto Text = Sources.text(File))
        It->second = parseFile(*Text);
    return It->second;
  };
  for (Finding &F : Findings)
    for (Range &R : RangesOf(F.At.File))
      if (R.covers(F.At.Line) && R.names(F.Rule))
        F.Suppressed = R.Used = true;
  for (const std::string &File : MoreFiles)
    RangesOf(File);
  std::vector<UnusedSuppression> Unused;
  for (auto &[File, Ranges] : Files)
    for (Range &R : Ranges)
      if (!R.Used && namesARule(R, Rules))
        Unused.push_back({{File, R.Line, R.Column, 0, 0}, R.Text});
  sort(Unused);
  return Unused;
}

} // namespace offmain::findings
