// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Annotation texts → Contract. The texts are written by include/offmain/annotations.h; change both together.
#include "models/Annotations.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offmain {
namespace {

/// Names that projects give to the capability "I am on the GUI thread" ("main_thread", "GuiThread", "kUiThread").
/// Words are split at case changes and '_' so that "remaining" or "build" do not count.
bool namesMainThread(StringRef Capability) {
  std::string Word;
  auto IsOne = [&] { return Word == "main" || Word == "mainthread" || Word == "gui" || Word == "ui"; };
  for (size_t At = 0; At < Capability.size(); ++At) {
    char C = Capability[At];
    bool Upper = isUpper(C), AfterLower = At > 0 && isLower(Capability[At - 1]);
    if (!isAlpha(C) || (Upper && AfterLower)) {
      if (IsOne())
        return true;
      Word.clear();
    }
    if (isAlpha(C))
      Word += toLower(C);
  }
  if (IsOne())
    return true;
  // "GUIThread", "UIThread": capitals run into the next word.
  std::string Lower = Capability.lower();
  for (StringRef Whole : {"guithread", "uithread", "mainthread"})
    if (StringRef(Lower).ends_with(Whole)) {
      StringRef Before = Capability.drop_back(Whole.size());
      if (Before.empty() || !isLower(Before.back()) || isUpper(Capability[Before.size()]))
        return true;
    }
  return false;
}

} // namespace

Contract contractFromAnnotation(ArrayRef<StringRef> Annotations) {
  Contract C;
  for (StringRef Text : Annotations) {
    if (Text.consume_front("offmain::")) {
      if (Text == "main")
        C.RunsOn = Thread::Main;
      else if (Text == "worker")
        C.RunsOn = Thread::Worker;
      else if (Text == "any")
        C.RunsOn = Thread::Any;
      else if (Text == "blocks")
        C.Blocking = Blocks::Unbounded;
      else if (unsigned Arg = 0; Text.consume_front("posts-to-main=") && !Text.getAsInteger(10, Arg) && Arg < 256) {
        CallbackContract B;
        B.Arg = static_cast<int>(Arg);
        B.Runs = Thread::Main;
        C.Callbacks.push_back(B);
      } else
        continue;
      C.Source = "offmain/annotations.h";
      continue;
    }
    if (Text.consume_front("requires_capability(") && Text.consume_back(")") && namesMainThread(Text)) {
      C.RunsOn = Thread::Main;
      C.Source = "capability attribute";
    }
  }
  return C;
}

void mergeContract(Contract &Into, const Contract &Stronger) {
  if (Stronger.RunsOn != Thread::Unset)
    Into.RunsOn = Stronger.RunsOn;
  if (Stronger.Blocking != Blocks::Unset)
    Into.Blocking = Stronger.Blocking;
  for (const CallbackContract &B : Stronger.Callbacks) {
    llvm::erase_if(Into.Callbacks, [&](const CallbackContract &Old) { return Old.Arg == B.Arg; });
    Into.Callbacks.push_back(B);
  }
  if (!Stronger.Source.empty())
    Into.Source = Stronger.Source;
}

} // namespace offmain
