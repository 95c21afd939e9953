// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QtConcurrent::run with a lambda.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QtConcurrent>

class Viewer : public QWidget {
  Q_OBJECT
public:
  Viewer() : status(new QLabel(this)) {}
public slots:
  void load() {
    job = QtConcurrent::run([this] {
      status->setText(tr("Loading")); // EXPECT: qt-off-main-thread
    });
  }

private:
  QLabel *status;
  QFuture<void> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Viewer viewer;
  viewer.show();
  viewer.load();
  return app.exec();
}
// CHAIN: lambda in Viewer::load
