// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QtConcurrent::run(&Class::member, object), the Qt 6 order of arguments.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QListWidget>
#include <QtConcurrent>

class Files : public QWidget {
  Q_OBJECT
public:
  Files() : list(new QListWidget(this)) {}
public slots:
  void refresh() { job = QtConcurrent::run(&Files::scan, this, 3); }

private:
  void scan(int depth) {
    list->addItem(QString::number(depth)); // EXPECT: qt-off-main-thread
  }

  QListWidget *list;
  QFuture<void> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Files files;
  files.show();
  files.refresh();
  return app.exec();
}
// CHAIN: Files::scan
