// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QThreadPool::start with a callable instead of a runnable.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QComboBox>
#include <QThreadPool>

class Chooser : public QComboBox {
public:
  void reload() {
    pool.start([this] {
      clear(); // EXPECT: qt-off-main-thread
    });
  }

private:
  QThreadPool pool;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Chooser chooser;
  chooser.show();
  chooser.reload();
  return app.exec();
}
// CHAIN: lambda in Chooser::reload
