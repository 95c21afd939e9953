// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A functor with a context object runs on the context's thread, whoever emits.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Fetch : public QThread {
  Q_OBJECT
signals:
  void got(const QString &title);

protected:
  void run() override { emit got(QStringLiteral("title")); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Fetch fetch;
  QObject::connect(&fetch, &Fetch::got, &label, [&label](const QString &title) {
    label.setText(title);
    label.adjustSize();
  });
  fetch.start();
  int code = app.exec();
  fetch.wait();
  return code;
}
