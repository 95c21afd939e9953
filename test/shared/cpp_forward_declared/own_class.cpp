// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
namespace std { class thread; class mutex; }
struct Holder { std::thread *T; std::mutex *M; };
int ownHolder(Holder *H) { Holder Copy = *H; return std::printf("%p", (void *)Copy.T); }
