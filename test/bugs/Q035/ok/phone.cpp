// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The telephone's body.
#include "phone.h"
#include <pthread.h>

t_userintf *ui;
t_phone *phone;

void t_dialog::recvd_message(const std::string &text) { ui->cb_message_request(text); }

void t_phone::run() {
  for (int n = 0; n < 3; ++n)
    dialog.recvd_message("hello");
}

static void *phone_uas_main(void *) {
  phone->run();
  return nullptr;
}

void phone_start() {
  pthread_t tid;
  pthread_create(&tid, nullptr, phone_uas_main, nullptr);
  pthread_detach(tid);
}
