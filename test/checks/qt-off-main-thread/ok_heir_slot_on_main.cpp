// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QThread heir's own slots run where the QThread object lives: on main. Only run() is the worker.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Scanner : public QThread {
  Q_OBJECT
public:
  explicit Scanner(QLabel *label) : label(label) { connect(this, &Scanner::found, this, &Scanner::show); }
signals:
  void found(int count);
public slots:
  void show(int count) { label->setNum(count); }

protected:
  void run() override { emit found(3); }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Scanner scanner(&label);
  scanner.start();
  int code = app.exec();
  scanner.wait();
  return code;
}
