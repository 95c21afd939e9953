// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Command line options as a table a subcommand: one row is the spelling, the help text and where the value goes.
//
//   {"format", 'f'?, "FORMAT", "text, sarif, …", [&](StringRef V) -> std::string {…}}
//
// Rejected: llvm::cl (static constructors, options of all libraries in one namespace) and llvm::opt (a TableGen step
// for twenty options).
#ifndef OFFMAIN_TOOL_OPTIONS_H
#define OFFMAIN_TOOL_OPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace offmain::tool {

/// Takes a value; gives "" or what is wrong with it.
using Setter = std::function<std::string(llvm::StringRef)>;

struct OptionRow {
  std::string Spelling;  ///< "--format", "-j"
  std::string ValueName; ///< "" for a flag
  std::string Help;      ///< "" hides the option
  Setter Set;
};

/// Rows for the usual kinds of values.
OptionRow flag(std::string Spelling, std::string Help, bool &Into, bool Value = true);
OptionRow text(std::string Spelling, std::string ValueName, std::string Help, std::string &Into);
OptionRow text(std::string Spelling, std::string ValueName, std::string Help, std::optional<std::string> &Into);
OptionRow texts(std::string Spelling, std::string ValueName, std::string Help, std::vector<std::string> &Into);
OptionRow number(std::string Spelling, std::string Help, unsigned Min, unsigned Max, std::function<void(unsigned)> Set);

struct Command {
  std::string Usage; ///< "offmain check [-p DIR] [FILE...]"
  std::string About; ///< one paragraph
  std::vector<OptionRow> Options;
  std::string Footer;
};

enum class Parsed { Run, Help, Bad };

/// Reads arguments into the rows; what is no option goes to `Positional`. Takes "--x=V", "--x V", "-xV", "-x V" and
/// "--". Problems go to standard error.
Parsed parse(const Command &C, llvm::ArrayRef<const char *> Arguments, std::vector<std::string> &Positional);

void printHelp(const Command &C, llvm::raw_ostream &OS);

} // namespace offmain::tool

#endif
