// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper made for workers is used on the main thread as well.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <thread>

static void showResult(QLabel *label, int n) {
  QMetaObject::invokeMethod(label, [label, n] { label->setNum(n); }, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QPushButton button("compute");
  QObject::connect(&button, &QPushButton::clicked, &label, [&label] { showResult(&label, 1); });
  std::thread worker([&label] { showResult(&label, 2); });
  worker.detach();
  button.show();
  return app.exec();
}
// CHAIN: lambda in main -> showResult
