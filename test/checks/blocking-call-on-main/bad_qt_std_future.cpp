// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A functor connected to a button waits for a std::future and joins a std::thread.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QPushButton>
#include <future>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button;
  button.show();
  QObject::connect(&button, &QPushButton::clicked, &button, [&button] {
    std::promise<int> promise;
    std::future<int> answer = promise.get_future();
    std::thread worker([&promise] { promise.set_value(42); });
    button.setText(QString::number(answer.get())); // EXPECT: blocking-call-on-main
    worker.join();                                 // EXPECT: blocking-call-on-main
  });
  return app.exec();
}
// CHAIN: lambda in main
