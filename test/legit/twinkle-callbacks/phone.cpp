// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The telephone's threads.
#include "userintf.h"
#include <pthread.h>

t_userintf *ui;
static pthread_t uas, uac;

static void *phone_uas_main(void *) {
  ui->cb_incoming_call("bob");
  return nullptr;
}

static void *phone_uac_main(void *) {
  std::string name;
  while (!ui->cb_ask_credentials(name))
    name.clear();
  return nullptr;
}

void phone_start() {
  pthread_create(&uas, nullptr, phone_uas_main, nullptr);
  pthread_create(&uac, nullptr, phone_uac_main, nullptr);
}

void phone_stop() {
  pthread_join(uas, nullptr);
  pthread_join(uac, nullptr);
}
