// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A std::thread started with a member function pointer and its object.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLineEdit>
#include <QWidget>
#include <thread>

class Search : public QWidget {
public:
  Search() : input(new QLineEdit(this)) {}
  ~Search() override {
    if (thread.joinable())
      thread.join();
  }
  void start() { thread = std::thread(&Search::work, this); }

private:
  void work() {
    QString pattern = input->text(); // EXPECT: qt-off-main-thread
    found = pattern.size();
  }

  QLineEdit *input;
  std::thread thread;
  int found = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Search search;
  search.show();
  search.start();
  return app.exec();
}
// CHAIN: Search::work
