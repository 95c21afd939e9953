// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QtConcurrent::run(object, &Class::member), the Qt 5 order of arguments.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QListWidget>
#include <QtConcurrent>

class Files : public QWidget {
  Q_OBJECT
public:
  Files() : list(new QListWidget(this)) {}
public slots:
  void refresh() { job = QtConcurrent::run(this, &Files::scan); }

private:
  void scan() {
    list->addItem(QStringLiteral("a.txt")); // EXPECT: qt-off-main-thread
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
