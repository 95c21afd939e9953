// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the core asks of the user interface.
#pragma once
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  virtual void cmd_show() {}
  virtual void cmd_hide() {}
};

extern t_userintf *ui;
