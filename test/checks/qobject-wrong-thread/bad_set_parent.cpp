// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object made on the worker gets a parent that lives on main.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QThread>

class Builder : public QThread {
public:
  explicit Builder(QObject *owner) : owner(owner) {}

protected:
  void run() override {
    auto *item = new QObject;
    item->setObjectName(QStringLiteral("item"));
    item->setParent(owner); // EXPECT: qobject-wrong-thread
  }

private:
  QObject *owner;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QObject owner;
  Builder builder(&owner);
  builder.start();
  int code = app.exec();
  builder.wait();
  return code;
}
// CHAIN: Builder::run
