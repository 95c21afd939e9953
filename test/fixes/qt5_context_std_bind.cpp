// FLAGS: qt5
// RUN: elsewhere
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What std::bind() is to call a method of is the context; a lambda with a name has one, too.
#include <QApplication>
#include <QListWidget>
#include <functional>
#include <thread>

class Scanner : public QObject {
  Q_OBJECT
public:
  void scan() {
    std::thread([this] {
      Q_EMIT found(QStringLiteral("a"));
      Q_EMIT done();
    }).detach();
  }
Q_SIGNALS:
  void found(const QString &name);
  void done();
};

class Results : public QListWidget {
  Q_OBJECT
public:
  void append(const QString &name) { addItem(name); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Scanner scanner;
  Results results;
  QObject::connect(&scanner, &Scanner::found, std::bind(&Results::append, &results, std::placeholders::_1));
  auto onDone = [&results] { results.sortItems(); };
  QObject::connect(&scanner, &Scanner::done, onDone);
  scanner.scan();
  results.show();
  return app.exec();
}
