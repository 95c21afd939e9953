// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Options.h.
#include "tool/Options.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace offmain::tool {

OptionRow flag(std::string Spelling, std::string Help, bool &Into, bool Value) {
  return {std::move(Spelling), "", std::move(Help), [&Into, Value](StringRef) {
            Into = Value;
            return std::string();
          }};
}

OptionRow text(std::string Spelling, std::string ValueName, std::string Help, std::string &Into) {
  return {std::move(Spelling), std::move(ValueName), std::move(Help), [&Into](StringRef V) -> std::string {
            Into = V.str();
            return V.empty() ? "needs a value" : "";
          }};
}

OptionRow text(std::string Spelling, std::string ValueName, std::string Help, std::optional<std::string> &Into) {
  return {std::move(Spelling), std::move(ValueName), std::move(Help), [&Into](StringRef V) {
            Into = V.str();
            return std::string();
          }};
}

OptionRow texts(std::string Spelling, std::string ValueName, std::string Help, std::vector<std::string> &Into) {
  return {std::move(Spelling), std::move(ValueName), std::move(Help), [&Into](StringRef V) -> std::string {
            Into.push_back(V.str());
            return V.empty() ? "needs a value" : "";
          }};
}

OptionRow number(std::string Spelling, std::string Help, unsigned Min, unsigned Max,
                 std::function<void(unsigned)> Set) {
  return {std::move(Spelling), "N", std::move(Help), [=](StringRef V) -> std::string {
            unsigned N;
            if (!to_integer(V, N, 10) || N < Min || N > Max)
              return "takes a number from " + std::to_string(Min) + " to " + std::to_string(Max);
            Set(N);
            return "";
          }};
}

namespace {

const OptionRow *find(const Command &C, StringRef Spelling) {
  for (const OptionRow &O : C.Options)
    if (O.Spelling == Spelling)
      return &O;
  return nullptr;
}

Parsed bad(const Command &C, const Twine &Message) {
  errs() << "offmain: error: " << Message << '\n' << "usage: " << C.Usage << '\n';
  return Parsed::Bad;
}

} // namespace

Parsed parse(const Command &C, ArrayRef<const char *> Arguments, std::vector<std::string> &Positional) {
  for (size_t I = 0; I != Arguments.size(); ++I) {
    StringRef A = Arguments[I];
    if (A == "--") {
      for (const char *Rest : Arguments.drop_front(I + 1))
        Positional.push_back(Rest);
      break;
    }
    if (A == "--help" || A == "-h")
      return Parsed::Help;
    if (!A.starts_with("-") || A == "-") {
      Positional.push_back(A.str());
      continue;
    }
    bool Long = A.starts_with("--");
    size_t End = Long ? A.find('=') : 2;
    StringRef Spelling = A.take_front(End);
    bool Attached = End < A.size();
    StringRef Value = Attached ? A.drop_front(End + (Long ? 1 : 0)) : StringRef();
    const OptionRow *O = find(C, Spelling);
    if (!O)
      return bad(C, "unknown option '" + Spelling + "'");
    if (O->ValueName.empty() && Attached)
      return bad(C, "option '" + Spelling + "' takes no value");
    if (!O->ValueName.empty() && !Attached) {
      if (I + 1 == Arguments.size())
        return bad(C, "option '" + Spelling + "' needs a value");
      Value = Arguments[++I];
    }
    std::string Wrong = O->Set(Value);
    if (!Wrong.empty())
      return bad(C, "option '" + Spelling + "' " + Wrong);
  }
  return Parsed::Run;
}

void printHelp(const Command &C, raw_ostream &OS) {
  OS << "usage: " << C.Usage << "\n\n" << C.About << "\n\noptions:\n";
  constexpr size_t Column = 30;
  auto Row = [&](std::string Left, StringRef Help) {
    OS << "  " << left_justify(Left, Column - 2);
    if (Left.size() > Column - 3)
      OS << '\n' << std::string(Column, ' ');
    SmallVector<StringRef> Lines;
    Help.split(Lines, '\n');
    for (size_t I = 0; I != Lines.size(); ++I)
      OS << (I ? std::string(Column, ' ') : "") << Lines[I] << '\n';
  };
  for (const OptionRow &O : C.Options) {
    if (O.Help.empty())
      continue;
    bool Long = StringRef(O.Spelling).starts_with("--");
    Row(O.Spelling + (O.ValueName.empty() ? "" : (Long ? "=" : " ") + O.ValueName), O.Help);
  }
  Row("-h, --help", "this text");
  if (!C.Footer.empty())
    OS << '\n' << C.Footer << '\n';
}

} // namespace offmain::tool
