// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::bind hides the object from connect(): it is no context. The signal comes from a std::thread.
#include <QApplication>
#include <QListWidget>
#include <functional>
#include <thread>

class Scanner : public QObject {
  Q_OBJECT
public:
  void scan() {
    std::thread([this] { Q_EMIT found(QStringLiteral("a")); }).detach();
  }
Q_SIGNALS:
  void found(const QString &name);
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
  QObject::connect(&scanner, &Scanner::found, std::bind(&Results::append, &results, std::placeholders::_1)); // EXPECT: qt-contextless-connect
  scanner.scan();
  results.show();
  return app.exec();
}
