// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The watcher: an entry function that tells the interface whenever the log has grown.
#include "log.h"
#include "thread.h"
#include "userintf.h"

static void *main_logview(void *argument) {
  auto *log = static_cast<t_log *>(argument);
  while (log->wait_for_change())
    ui->cb_log_updated(false);
  return nullptr;
}

void t_log::start_watching() { new t_thread(main_logview, this); }

bool t_log::wait_for_change() { return ++changes < 100; }
