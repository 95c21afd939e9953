// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "groupchatform.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  thread.start();
  Core core(&thread);
  GroupChatForm form(&core);
  form.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
