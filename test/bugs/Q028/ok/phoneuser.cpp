// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The registration's body.
#include "phoneuser.h"
#include <pthread.h>

t_userintf *ui;

void t_phone_user::registration() { ui->cb_register_inprog("home"); }

void t_phone_user::keep_registered() {
  for (int round = 0; round < 10; ++round)
    registration();
}

static void *phone_main(void *arg) {
  static_cast<t_phone_user *>(arg)->keep_registered();
  return nullptr;
}

void phone_start(t_phone_user *user) {
  pthread_t tid;
  pthread_create(&tid, nullptr, phone_main, user);
  pthread_detach(tid);
}
