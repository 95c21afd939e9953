// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "gui.h"
#include <QApplication>
#include <pthread.h>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QWidget window;
  window.show();
  t_gui gui(&window);
  ui = &gui;
  t_phone telephone;
  phone = &telephone;
  t_event_queue queue;
  evq_trans_layer = &queue;
  pthread_t tid;
  pthread_create(&tid, nullptr, phone_uas_main, nullptr);
  queue.push(std::unique_ptr<t_event>(new t_event_refer("bob")));
  return app.exec();
}
