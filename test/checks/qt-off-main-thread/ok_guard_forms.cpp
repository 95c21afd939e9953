// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ways to ask "is this the GUI thread?" that stand in the function itself; the label is touched only there.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Status : public QLabel {
  Q_OBJECT
public:
  void viaApp(const QString &text) {
    if (QThread::currentThread() == qApp->thread())
      setText(text);
  }
  void viaInstance(const QString &text) {
    if (QCoreApplication::instance()->thread() == QThread::currentThread()) {
      setText(text);
      adjustSize();
    }
  }
  void viaOwnThread(const QString &text) {
    if (QThread::currentThread() == thread())
      setText(text);
  }
  void viaThis(const QString &text) {
    if (this->thread() != QThread::currentThread())
      return;
    setText(text);
  }
  void viaConjunction(const QString &text) {
    if (!text.isEmpty() && QThread::currentThread() == qApp->thread() && isVisible())
      setText(text);
  }
  void viaLocal(const QString &text) {
    const bool onGui = QThread::currentThread() == qApp->thread();
    if (!onGui)
      return;
    setText(text);
  }
};

class Worker : public QThread {
public:
  explicit Worker(Status *status) : status(status) {}

protected:
  void run() override {
    status->viaApp(QStringLiteral("a"));
    status->viaInstance(QStringLiteral("b"));
    status->viaOwnThread(QStringLiteral("c"));
    status->viaThis(QStringLiteral("d"));
    status->viaConjunction(QStringLiteral("e"));
    status->viaLocal(QStringLiteral("f"));
  }

private:
  Status *status;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Status status;
  status.show();
  status.viaApp(QStringLiteral("start"));
  Worker worker(&status);
  worker.start();
  int code = app.exec();
  worker.wait();
  return code;
}
