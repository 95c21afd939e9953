// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// "Is this the GUI thread?" as the program asks it.
#pragma once

bool isGuiThread();

class Threads {
public:
  static void remember();
  static bool onMain();
  static bool offMain();
};
