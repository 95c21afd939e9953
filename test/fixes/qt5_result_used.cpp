// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A result that is used cannot be posted.
// ADVICE: the result of the call is used
#include <QApplication>
#include <QLineEdit>
#include <thread>

static int size = 0;
static void work(QLineEdit *edit) { size = edit->text().size(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLineEdit edit;
  std::thread worker([&edit] { work(&edit); });
  int code = app.exec();
  worker.join();
  return code + size;
}
