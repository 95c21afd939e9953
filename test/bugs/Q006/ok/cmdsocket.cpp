// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command thread's body.
#include "cmdsocket.h"
#include "userintf.h"
#include <pthread.h>

void cmdsocket::exec_cmd(const std::string &text) { ui->cmd_cli(text); }

void *cmdsocket::listen_cmd(void *) {
  std::string last = "redial";
  for (int n = 0; n < 10; ++n)
    exec_cmd(last);
  return nullptr;
}

void cmdsocket::start() {
  pthread_t tid;
  pthread_create(&tid, nullptr, listen_cmd, nullptr);
  pthread_detach(tid);
}
