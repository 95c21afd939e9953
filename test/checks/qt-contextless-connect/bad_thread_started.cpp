// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The mirror image: QThread::started is emitted by the new thread.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Importer : public QThread {
  Q_OBJECT
  void run() override { exec(); }
};

class View : public QLabel {
  Q_OBJECT
public:
  View() {
    connect(&importer, &QThread::started, [this]() { setText(tr("importing")); }); // EXPECT: qt-contextless-connect
    importer.start();
  }
  ~View() override {
    importer.quit();
    importer.wait();
  }

private:
  Importer importer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  View view;
  view.show();
  return app.exec();
}
