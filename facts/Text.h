// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Facts for eyes and for tests: a listing (one line a fact) and a lossless JSON form.
#ifndef OFFMAIN_FACTS_TEXT_H
#define OFFMAIN_FACTS_TEXT_H

#include "facts/Facts.h"
#include <string>

namespace offmain::facts {

/// What `--print=facts` shows: records, variables, functions by name, each body as a compact control-flow listing:
///   b1: call gtk_label_set_text(param0, "x") at 12:3
/// Stable, but not meant to be read back.
void print(const UnitView &U, llvm::raw_ostream &OS);

/// The whole unit as JSON after the schema; fromText() gives back an equal unit. An empty string if the unit holds a
/// string that JSON cannot (the builder makes none such).
std::string toText(const UnitView &U);

/// JSON → bytes of a facts file, not yet verified. The error names line and column.
llvm::Expected<std::string> fromText(llvm::StringRef Json);

/// "Param", "CallResult": the schema's name of a kind.
llvm::StringRef name(ValueKind Kind);

} // namespace offmain::facts

#endif
