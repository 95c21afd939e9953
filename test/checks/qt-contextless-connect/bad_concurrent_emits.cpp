// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object of the main thread emits its signal from a pool thread: slots with a receiver are queued, the functor is
// not. qOverload picks the signal.
#include <QApplication>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

class Catalog : public QObject {
  Q_OBJECT
public:
  void reload() {
    QtConcurrent::run([this] { read(); });
  }
Q_SIGNALS:
  void loaded();
  void loaded(int entries);

private:
  void read() { Q_EMIT loaded(7); }
};

class Summary : public QLabel {
  Q_OBJECT
public:
  explicit Summary(Catalog *catalog) {
    connect(catalog, qOverload<int>(&Catalog::loaded), this, [this](int n) { setNum(n); });
    connect(catalog, qOverload<int>(&Catalog::loaded), [this](int n) { refresh(n); }); // EXPECT: qt-contextless-connect
  }

private:
  void refresh(int n) {
    if (n)
      setNum(n);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Catalog catalog;
  Summary summary(&catalog);
  catalog.reload();
  summary.show();
  return app.exec();
}
// CHAIN: Catalog::read -> lambda in Summary::Summary -> Summary::refresh
