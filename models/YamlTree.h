// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YAML text as a small tree of values with lines, for readers of our own formats (models, configuration).
//
//   bytes ──llvm::yaml::Stream──▶ YamlValue {Scalar | Sequence | Mapping | Null, Line}
//
// llvm::yaml's nodes can only be walked once and in order, and skip over unread parts by recursion: a file of a
// million '[' overflows the stack. Here the walk is complete, bounded in depth, and stops at the first error, so that
// recursion never starts. Rejected: llvm::yaml::Input (YAMLIO) prints its errors by itself and cannot name the line of
// an unknown key in a string.
#ifndef OFFMAIN_MODELS_YAMLTREE_H
#define OFFMAIN_MODELS_YAMLTREE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>
#include <vector>

namespace offmain {

struct YamlPair;

struct YamlValue {
  enum class Kind : uint8_t { Null, Scalar, Sequence, Mapping };
  Kind What = Kind::Null;
  unsigned Line = 0;            ///< 1-based
  std::string Text;             ///< Scalar
  std::vector<YamlValue> Items; ///< Sequence
  std::vector<YamlPair> Pairs;  ///< Mapping, in order of the text; keys are unique

  bool isNull() const { return What == Kind::Null; }
  bool isScalar() const { return What == Kind::Scalar; }
  bool isSequence() const { return What == Kind::Sequence; }
  bool isMapping() const { return What == Kind::Mapping; }
  /// The value of a mapping's key, or null.
  const YamlValue *find(llvm::StringRef Key) const;
};

struct YamlPair {
  std::string Key;
  unsigned Line = 0;
  YamlValue Value;
};

/// Limits that no file written by hand reaches.
constexpr size_t MaxYamlBytes = 8u << 20;
constexpr unsigned MaxYamlDepth = 16;

/// Reads the first document of a text. Errors read "file:line: what". Never aborts, whatever the bytes.
llvm::Expected<YamlValue> parseYaml(llvm::MemoryBufferRef Text);

/// "file:line: what" as an llvm::Error.
llvm::Error yamlError(llvm::StringRef File, unsigned Line, const llvm::Twine &What);

} // namespace offmain

#endif
