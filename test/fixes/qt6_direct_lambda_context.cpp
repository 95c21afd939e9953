// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lambda over several lines with the type behind it.
#include <QApplication>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

class Store : public QObject {
  Q_OBJECT
public:
  void load() {
    job = QtConcurrent::run([this] { Q_EMIT loaded(); });
  }
Q_SIGNALS:
  void loaded();

private:
  QFuture<void> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Store store;
  QObject::connect(
      &store, &Store::loaded, &label,
      [&label] {
        label.setText("loaded");
        label.show();
      },
      Qt::DirectConnection);
  store.load();
  return app.exec();
}
