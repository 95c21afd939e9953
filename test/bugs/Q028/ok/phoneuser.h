// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A user's registration at a server, kept alive by a thread of the telephone.
#pragma once
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  virtual void cb_register_inprog(const std::string &profile) = 0;
};

class t_phone_user {
public:
  void registration();
  void keep_registered();
};

extern t_userintf *ui;
void phone_start(t_phone_user *user);
