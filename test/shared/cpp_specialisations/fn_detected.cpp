// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// A template asks whether a class is complete; it is, in a header of another unit.
#include <cstdio>
#include <type_traits>
#include <string>
namespace std { template <class T> class complex; template <class T> class allocator_traits_of_mine; }
template <class T, class = void> struct Complete { static int tell() { return std::printf("incomplete"); } };
template <class T> struct Complete<T, decltype(void(sizeof(T)))> { static int tell() { return std::puts("complete"); } };
int ownDetected() { return Complete<std::complex<double>>::tell() + Complete<std::string>::tell(); }
