// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The model files shipped in the binary, as text. The definition is generated at build time from models/**/*.yaml by
// cmake/EmbedModels.cmake, in the order they are loaded: generated lists first, so that what a person wrote beats what
// a script read from GObject-Introspection.
#ifndef OFFMAIN_MODELS_BUILTIN_H
#define OFFMAIN_MODELS_BUILTIN_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace offmain {

struct BuiltinModel {
  llvm::StringRef Name; ///< "gtk.yaml", "generated/gtk.yaml"
  llvm::StringRef Text;
};

llvm::ArrayRef<BuiltinModel> builtinModels();

} // namespace offmain

#endif
