// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <string>
#include <functional>
namespace own { struct Key { int X; bool operator==(const Key &O) const { return X == O.X; } }; }
namespace std { template <> struct hash<own::Key> { size_t operator()(const own::Key &K) const { return K.X; } }; }
size_t ownHash(const own::Key &K, const std::string &S) { return std::hash<own::Key>()(K) + std::hash<std::string>()(S); }
