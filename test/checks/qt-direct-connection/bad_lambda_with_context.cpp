// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A context object does not help when the connection is direct.
#include <QApplication>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

class Store : public QObject {
  Q_OBJECT
public:
  void load() {
    QtConcurrent::run([this] { Q_EMIT loaded(); });
  }
Q_SIGNALS:
  void loaded();
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Store store;
  QObject::connect(&store, &Store::loaded, &label, [&label] { label.setText("loaded"); }, Qt::DirectConnection); // EXPECT: qt-direct-connection
  store.load();
  return app.exec();
}
