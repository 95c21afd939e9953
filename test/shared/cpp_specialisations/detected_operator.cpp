// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <string>
#include <iosfwd>
template <class T, class = void> struct Prints { static int tell(const T &) { return std::printf("no"); } };
template <class T> struct Prints<T, decltype(void(std::declval<std::ostream &>() << std::declval<T>()))> { static int tell(const T &) { return std::puts("yes"); } };
int ownPrints(const std::string &S) { return Prints<std::string>::tell(S); }
