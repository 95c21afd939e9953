// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker pushes its object to the main thread; there it is given its parent.
#include <QApplication>
#include <QThread>

class Builder : public QThread {
  Q_OBJECT
signals:
  void built(QObject *item);

protected:
  void run() override {
    auto *item = new QObject;
    item->setObjectName(QStringLiteral("item"));
    item->moveToThread(qApp->thread());
    emit built(item);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QObject owner;
  Builder builder;
  QObject::connect(&builder, &Builder::built, &owner, [&owner](QObject *item) { item->setParent(&owner); });
  builder.start();
  int code = app.exec();
  builder.wait();
  return code;
}
