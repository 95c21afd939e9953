// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread posts what refers to its own variables: values and pointers are copied.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Loader : public QThread {
  Q_OBJECT
public:
  explicit Loader(QLabel *label) : label(label) {}

protected:
  void run() override {
    QString first = QStringLiteral("first"), second = QStringLiteral("second");
    QMetaObject::invokeMethod(label, [this, first] { label->setText(first); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(label, [this, second] { label->setToolTip(second); });
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Loader loader(&label);
  loader.start();
  int code = app.exec();
  loader.wait();
  return code;
}
