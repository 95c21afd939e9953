// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The telephone's body.
#include "phone.h"

t_userintf *ui;
t_phone *phone;
t_event_queue *evq_trans_layer;

void t_event_queue::push(std::unique_ptr<t_event> event) {
  std::lock_guard<std::mutex> lock(mutex);
  events.push(std::move(event));
  filled.notify_one();
}

std::unique_ptr<t_event> t_event_queue::pop() {
  std::unique_lock<std::mutex> lock(mutex);
  filled.wait(lock, [this] { return !events.empty(); });
  std::unique_ptr<t_event> event = std::move(events.front());
  events.pop();
  return event;
}

void t_dialog::recvd_refer(const t_event &event) { ui->cb_ask_user_to_refer(event.from()); }

void t_phone::handle(const t_event &event) { dialog.recvd_refer(event); }

void t_phone::run() {
  while (std::unique_ptr<t_event> event = evq_trans_layer->pop())
    handle(*event);
}

void *phone_uas_main(void *) {
  phone->run();
  return nullptr;
}
