// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread that takes commands; a project wrapper starts it with a C entry function.
#include "cmdsocket.h"
#include "userintf.h"
#include <pthread.h>

class t_thread {
public:
  t_thread(void *(*entry)(void *), void *argument) {
    if (pthread_create(&tid, nullptr, entry, argument) == 0)
      pthread_detach(tid);
  }

private:
  pthread_t tid = {};
};

t_userintf *ui;

static void exec_cmd(int command) {
  switch (command) {
  case cmdsocket::Show:
    ui->cmd_show();
    break;
  case cmdsocket::Hide:
    ui->cmd_hide();
    break;
  }
}

static void *listen_cmd(void *argument) {
  const int *commands = static_cast<const int *>(argument);
  while (*commands)
    exec_cmd(*commands++);
  return nullptr;
}

void cmdsocket::listen(int *commands) { new t_thread(listen_cmd, commands); }
