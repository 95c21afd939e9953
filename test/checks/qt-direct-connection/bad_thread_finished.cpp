// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QThread::finished, direct: emitted by the thread that ends.
#include <QApplication>
#include <QDialog>
#include <QThread>

class Dialog : public QDialog {
  Q_OBJECT
public:
  Dialog() {
    connect(&thread, &QThread::finished, this, &Dialog::onFinished, Qt::DirectConnection); // EXPECT: qt-direct-connection
    connect(&thread, SIGNAL(finished()), this, SLOT(accept()));
    thread.start();
  }
  ~Dialog() override {
    thread.quit();
    thread.wait();
  }

private:
  void onFinished() {
    setWindowTitle("finished");
    close();
  }
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Dialog dialog;
  dialog.show();
  return app.exec();
}
