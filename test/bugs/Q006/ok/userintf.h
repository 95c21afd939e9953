// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The interface's command interpreter: text commands to virtual do_* functions.
#pragma once
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  void cmd_cli(const std::string &command);

protected:
  virtual void do_redial() {}
  virtual void do_mute(bool on) { muted = on; }
  bool exec_command(const std::string &word);
  bool muted = false;
};

extern t_userintf *ui;
