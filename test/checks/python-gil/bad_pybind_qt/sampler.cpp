// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "panel.h"

static int read_sensor(int number) { return number * 7 % 13; }

void Panel::sample() {
  for (int number = 0; number < 100; ++number) {
    int value = read_sensor(number);
    listener(value); // EXPECT(high): python-gil
    // CHAIN: sample
  }
}
