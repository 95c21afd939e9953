// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The definitions of macros that write nothing but a use of the GDK lock, or nothing at all where there is none:
//
//   #ifdef ENABLE_THREADS
//   #define UI_LOCK() gdk_threads_enter ()
//   #else
//   #define UI_LOCK()
//   #endif
//
// What goes is found in the text of the file alone, so that every unit that reads a header finds the same.
#include "fix/Removal.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace offmain::fix {

namespace {

enum class LineKind { Blank, Opens, Turns, Closes, Definition, Other };

struct Line {
  size_t Begin, End;
  LineKind Kind;
};

/// Only words of the lock and of statements around a call.
bool writesOnlyLock(StringRef Body) {
  static const Regex Word("^(gdk_threads_(enter|leave)|GDK_THREADS_(ENTER|LEAVE)|G_STMT_(START|END)|do|while|void)$");
  while (!Body.empty()) {
    Body = Body.drop_while([](char C) { return !isAlpha(C) && C != '_'; });
    StringRef Name = Body.take_while([](char C) { return isAlnum(C) || C == '_'; });
    if (!Name.empty() && !Word.match(Name))
      return false;
    Body = Body.drop_front(Name.size());
  }
  return true;
}

LineKind kindOf(StringRef Text) {
  static const Regex Definition("^define[ \t]+[A-Za-z_0-9]+(\\([ \t]*\\))?[ \t]*(.*)$");
  Text = Text.trim();
  if (Text.empty())
    return LineKind::Blank;
  if (!Text.consume_front("#"))
    return LineKind::Other;
  Text = Text.ltrim();
  if (Text.starts_with("if"))
    return LineKind::Opens;
  if (Text.starts_with("el"))
    return LineKind::Turns;
  if (Text.starts_with("endif"))
    return LineKind::Closes;
  SmallVector<StringRef> Parts;
  std::string Joined = join(split(Text, "\\\n"), " ");
  return Definition.match(Joined, &Parts) && writesOnlyLock(Parts[2]) ? LineKind::Definition : LineKind::Other;
}

/// Lines, those that go on in the next one together.
std::vector<Line> linesOf(StringRef Text) {
  std::vector<Line> Out;
  for (size_t At = 0; At < Text.size();) {
    size_t End = At;
    StringRef Last;
    do {
      size_t From = End;
      End = std::min(Text.find('\n', From), Text.size() - 1) + 1;
      Last = Text.slice(From, End).rtrim("\r\n");
    } while (Last.ends_with("\\") && End < Text.size());
    Out.push_back({At, End, kindOf(Text.slice(At, End))});
    At = End;
  }
  return Out;
}

} // namespace

std::optional<std::pair<unsigned, unsigned>> lockDefinitions(StringRef Text, unsigned Offset) {
  std::vector<Line> Lines = linesOf(Text);
  size_t First = 0;
  while (First < Lines.size() && Lines[First].End <= Offset)
    ++First;
  if (First == Lines.size() || Lines[First].Kind != LineKind::Definition)
    return std::nullopt;
  size_t Last = First;
  auto Is = [&](size_t I, std::initializer_list<LineKind> Kinds) { return I < Lines.size() && is_contained(Kinds, Lines[I].Kind); };
  auto Grow = [&](std::initializer_list<LineKind> Kinds) {
    while (First && Is(First - 1, Kinds))
      --First;
    while (Is(Last + 1, Kinds))
      ++Last;
  };
  Grow({LineKind::Definition});
  // A whole #if ... #endif with nothing else in it. An include guard has the includes of the toolkit in it.
  size_t Inner[2] = {First, Last};
  Grow({LineKind::Definition, LineKind::Turns, LineKind::Blank});
  if (First && Is(First - 1, {LineKind::Opens}) && Is(Last + 1, {LineKind::Closes}))
    --First, ++Last;
  else
    First = Inner[0], Last = Inner[1];
  return std::pair(unsigned(Lines[First].Begin), unsigned(Lines[Last].End));
}

} // namespace offmain::fix
