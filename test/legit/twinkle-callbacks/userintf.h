// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the telephone's threads ask of a user interface.
#pragma once
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  virtual void cb_incoming_call(const std::string &from) = 0;
  virtual bool cb_ask_credentials(std::string &name) = 0;
};

extern t_userintf *ui;
void phone_start();
void phone_stop();
