// FLAGS: qt5
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A variable of the pool's job ends with its scope; it needs no parent, and the job no `this`.
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
      Parser parser(file, this);
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
