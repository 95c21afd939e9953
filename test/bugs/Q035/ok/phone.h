// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The telephone's event thread and what it asks of the interface.
#pragma once
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  virtual bool cb_message_request(const std::string &text) = 0;
};

class t_dialog {
public:
  virtual ~t_dialog() = default;
  void recvd_message(const std::string &text);
};

class t_phone {
public:
  void run();
  t_dialog dialog;
};

extern t_userintf *ui;
extern t_phone *phone;
void phone_start();
