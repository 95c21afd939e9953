// FLAGS: qt5
// ADVICE: an argument shares bytes that may be gone by then
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text made of somebody else's bytes is not made its own by copying it.
#include <QApplication>
#include <QLabel>
#include <thread>

static void work(QLabel *label) {
  QChar bytes[] = {QChar('a'), QChar('b')};
  QString text = QString::fromRawData(bytes, 2);
  label->setText(text);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
