// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the telephone's core asks of a user interface; there is a text one and a graphical one.
#pragma once
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  virtual void run() {}
  virtual void cb_log_updated(bool log_zapped);
};

extern t_userintf *ui;
