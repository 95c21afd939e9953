// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Thread heirs that smart pointers own, made by the factories of std and Qt, without a constructor somebody wrote.
#include <QApplication>
#include <QLabel>
#include <QScopedPointer>
#include <QSharedPointer>
#include <QThread>
#include <memory>

static QLabel *label;

class Unique : public QThread {
  void run() override {
    label->setText("unique"); // EXPECT: qt-off-main-thread
  }
};
class Shared : public QThread {
  void run() override {
    label->setText("shared"); // EXPECT: qt-off-main-thread
  }
};
class Scoped : public QThread {
  void run() override {
    label->setText("scoped"); // EXPECT: qt-off-main-thread
  }
};
class Created : public QThread {
  void run() override {
    label->setText("created"); // EXPECT: qt-off-main-thread
  }
};
class Base : public QThread {
  void run() override {
    label->setText("base"); // EXPECT: qt-off-main-thread
  }
};

struct Program {
  std::unique_ptr<QThread> unique;
  std::shared_ptr<Shared> shared;
  QScopedPointer<QThread> scoped;
  QSharedPointer<Created> created;
  void start() {
    unique = std::make_unique<Unique>();
    unique->start();
    shared = std::make_shared<Shared>();
    shared->start();
    scoped.reset(new Scoped);
    scoped->start();
    created = QSharedPointer<Created>::create();
    created->start();
  }
  ~Program() {
    unique->wait();
    shared->wait();
    scoped->wait();
    created->wait();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  label = new QLabel;
  Program program;
  program.start();
  auto base = std::make_unique<Base>();
  base->start();
  int code = app.exec();
  base->wait();
  return code;
}
