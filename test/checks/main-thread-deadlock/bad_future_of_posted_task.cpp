// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// A task for the GUI thread, waited for in a slot.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <future>
#include <memory>

static QLabel *Status;

static int askGui() {
  auto Task = std::make_shared<std::packaged_task<int()>>([] {
    Status->setText("asked");
    return 1;
  });
  std::future<int> Answer = Task->get_future();
  QMetaObject::invokeMethod(qApp, [Task] { (*Task)(); }, Qt::QueuedConnection);
  return Answer.get(); // EXPECT: main-thread-deadlock
}

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QLabel L;
  Status = &L;
  QPushButton B;
  QObject::connect(&B, &QPushButton::clicked, &L, [] { askGui(); });
  B.show();
  return App.exec();
}
