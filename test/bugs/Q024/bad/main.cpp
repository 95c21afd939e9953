// FLAGS: qt5+sqlite
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "tablemodel.h"
#include <QApplication>
#include <QMainWindow>

class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow() : model(db) { connect(&db, &DBBrowserDB::requestCollation, this, &MainWindow::requestCollation); }
  void open(const char *file) {
    if (db.open(file))
      model.fetchData();
  }
public slots:
  void requestCollation(const QString &name, int) { setWindowTitle(name); }

private:
  DBBrowserDB db;
  SqliteTableModel model;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MainWindow window;
  window.show();
  window.open(argv[argc - 1]);
  return app.exec();
}
