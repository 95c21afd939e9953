// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One call of Qt as a lambda would make it later: on which object's thread, with what taken along.
#ifndef OFFMAIN_FIX_QTCALL_H
#define OFFMAIN_FIX_QTCALL_H

#include "fix/Captures.h"

namespace offmain::fix {

/// A statement of the posted part.
struct Post {
  std::string Context;              ///< the object whose thread runs it, as written outside of the lambda
  std::string Type;                 ///< its class, without the pointer
  bool Widget = false;              ///< widgets share a thread
  std::optional<Captured> Receiver; ///< the context object, where the lambda needs it
  std::vector<Captured> Captures;   ///< the rest
  std::vector<std::string> Guards;  ///< what must hold when the call is made
  std::string Call;                 ///< with its semicolon
  bool Moves = false;               ///< it moves from a capture

  std::string body() const;
};

/// The posted form of a call whose result nobody uses, or why there is none.
std::optional<Post> postOf(const Scene &S, const clang::CallExpr *Call, std::string &Why);

/// The same by the method's name, for compilers and versions of Qt without functors; nothing for methods that cannot be
/// called so. An expression without a semicolon.
std::optional<std::string> postByName(const Scene &S, const clang::CXXMemberCallExpr *Call);

} // namespace offmain::fix

#endif
