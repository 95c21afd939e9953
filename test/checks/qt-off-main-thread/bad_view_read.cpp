// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker reads a view's selection and items.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QItemSelectionModel>
#include <QListWidget>
#include <QtConcurrent>

class Queue : public QListWidget {
public:
  void exportAll() {
    job = QtConcurrent::run([this] { write(); });
  }

private:
  void write() {
    for (int i = 0; i < count(); ++i) // EXPECT: qt-off-main-thread
      lines << item(i)->text();       // EXPECT: qt-off-main-thread
    marked = selectedItems().size();  // EXPECT: qt-off-main-thread
  }
  QFuture<void> job;
  QStringList lines;
  int marked = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Queue queue;
  queue.show();
  queue.exportAll();
  return app.exec();
}
// CHAIN: lambda in Queue::exportAll -> Queue::write
