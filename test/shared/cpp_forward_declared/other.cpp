// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <cstdio>
#include <iostream>
#include <memory>
#include <thread>
#include <mutex>
#include <fstream>
#include <sstream>
std::mutex Lock;
void other() { std::lock_guard<std::mutex> G(Lock); std::ostringstream S; S << 1; std::cout << S.str(); }
