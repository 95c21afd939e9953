// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The interpreter's body.
#include "userintf.h"

t_userintf *ui;

void t_userintf::cmd_cli(const std::string &command) {
  if (!command.empty())
    exec_command(command);
}

bool t_userintf::exec_command(const std::string &word) {
  if (word == "redial") {
    do_redial();
    return true;
  }
  if (word == "mute") {
    do_mute(!muted);
    return true;
  }
  return false;
}
