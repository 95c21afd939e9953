// FLAGS: plain
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A class of the project whose destructor joins the thread it was made with.
#include <functional>
#include <thread>

class Scoped {
public:
  explicit Scoped(std::function<void()> run) : thread(std::move(run)) {}
  ~Scoped() {
    if (thread.joinable())
      thread.join();
  }

private:
  std::thread thread;
};

static int count() {
  int total = 0;
  {
    Scoped worker([&] { total += 1; });
  }
  return total;
}

int main() { return count() + count(); }
