// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model file as entries, each knowing which attributes it states. The vocabulary is the tables in Parse.cpp and
// docs/models.md.
#ifndef OFFMAIN_MODELS_PARSE_H
#define OFFMAIN_MODELS_PARSE_H

#include "models/Models.h"
#include "models/YamlTree.h"
#include "llvm/ADT/SmallVector.h"

namespace offmain {

/// What an entry can state, one bit each: merging goes attribute by attribute.
enum class Attribute : uint8_t {
  RunsOn,
  Kit,
  Callbacks,
  Blocking,
  Async,
  Finish,
  Lock,
  Unlock,
  Requires,
  Releases,
  What,
  ReturnsArg,
  Stores,
  WaitsFor,
  Wakes,
  Handle,
  Descriptor,
  InvokesArg,
  CallsKept,
  AssertsMain,
  NoReturn,
  Deprecated,
  Advice,
  SignalNameArg,
  SignalInstanceArg,
  HandlerArg,
  SenderArg,
  ContextArg,
  TypeArg,
  Source
};

struct FunctionEntry {
  std::vector<std::string> Names; ///< exact or glob
  std::string Signature;          ///< "" for all overloads
  bool Heirs = false;
  uint32_t States = 0; ///< bits of Attribute
  Contract C;
  bool states(Attribute A) const { return States >> static_cast<unsigned>(A) & 1; }
};

struct CalledEntry {
  std::vector<std::string> Names;
  CalledOn On;
};

struct ClassEntry {
  std::vector<std::string> Names;
  bool Heirs = false;
  ModelSet::Affinity How = ModelSet::Affinity::Unset;
  ModelSet::Lifetime Ends = ModelSet::Lifetime::Unset;
  bool Parent = false;
  std::string Deleter, Called, Advice;
  std::string Source, File;
};

struct ModelFile {
  std::string Library, Source;
  Toolkit Kit = Toolkit::None;
  std::vector<FunctionEntry> Functions;
  std::vector<CalledEntry> Overrides, Fields, LookedUp, Signals;
  std::vector<ClassEntry> Classes;
};

/// Reads the lists under `Root`; `File` names it in messages and in Contract::File.
llvm::Expected<ModelFile> readModels(const YamlValue &Root, llvm::StringRef File);

/// The YAML texts of the closed sets.
llvm::StringRef text(Thread T);
llvm::StringRef text(Blocks B);
llvm::StringRef text(Role R);
llvm::StringRef text(Toolkit K);
llvm::StringRef text(Under U);
llvm::StringRef text(ModelSet::Affinity A);
llvm::StringRef text(ModelSet::Lifetime L);
/// "3", "receiver".
std::string argText(int Arg);

/// `arg: callables` ("whichever argument holds a callable": std::for_each, QtConcurrent::run) is an entry for each of
/// the first so many arguments. Arguments that hold none lead nowhere, so no later phase needs to know of it.
constexpr int CallableArgs = 8;

} // namespace offmain

#endif
