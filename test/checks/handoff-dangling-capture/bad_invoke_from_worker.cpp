// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker posts to the GUI thread what refers to its own locals, queued and, from off main, with the automatic type.
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
    QMetaObject::invokeMethod(label, [&] { label->setText(first); }, Qt::QueuedConnection); // EXPECT: handoff-dangling-capture
    QMetaObject::invokeMethod(label, [this, &second] { label->setText(second); }); // EXPECT: handoff-dangling-capture
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Loader loader(&label);
  loader.start();
  int code = app.exec();
  loader.wait();
  return code;
}
