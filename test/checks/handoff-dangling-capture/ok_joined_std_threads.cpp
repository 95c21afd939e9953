// FLAGS: plain
// STD: c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Joined threads, a vector of them, jthread, and async futures that wait when they die.
#include <future>
#include <thread>
#include <vector>

static void add(int &to, int what) { to += what; }

static int all() {
  int total = 0, parts[4] = {};
  std::thread one([&] { total += 1; });
  one.join();
  std::thread two(add, std::ref(total), 2);
  if (two.joinable())
    two.join();
  std::vector<std::thread> pool;
  for (int i = 0; i < 4; ++i)
    pool.emplace_back([&parts, i] { parts[i] = i; });
  for (std::thread &each : pool)
    each.join();
  std::jthread ends([&] { total += 3; });
  auto future = std::async(std::launch::async, [&] { total += 4; });
  std::async(std::launch::async, [&] { total += 5; });
  return total;
}

int main() { return all() + all(); }
