// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QObject heir of the project passes its parent on to QObject; the pool job makes one with a main-thread parent.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QtConcurrent>

class Parser : public QObject {
  Q_OBJECT
public:
  explicit Parser(const QString &file, QObject *parent = nullptr) : QObject(parent), file(file) {}
  int parse() { return file.size(); }

private:
  QString file;
};

class Document : public QObject {
  Q_OBJECT
public:
  void open(const QString &file) {
    job = QtConcurrent::run([this, file] {
      Parser parser(file, this); // EXPECT: qobject-wrong-thread
      return parser.parse();
    });
  }

private:
  QFuture<int> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Document document;
  document.open(QStringLiteral("book.txt"));
  return app.exec();
}
// CHAIN: lambda in Document::open
