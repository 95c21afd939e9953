// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program's log file, watched by a thread.
#pragma once

class t_log {
public:
  void start_watching();
  bool wait_for_change();

private:
  int changes = 0;
};
