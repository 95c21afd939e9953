// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper used by both threads: calls its argument for every element, at once.
#pragma once
#include <functional>
#include <vector>

template <typename T, typename Function> void forEach(const std::vector<T> &items, Function function) {
  for (const T &item : items)
    function(item);
}

void repeat(int times, const std::function<void(int)> &body);
