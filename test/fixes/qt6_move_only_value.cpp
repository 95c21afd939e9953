// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The method that is given what can only be moved keeps it; what it tells the label is posted.
#include <QApplication>
#include <QLabel>
#include <memory>
#include <thread>
#include <vector>

struct Picture {
  std::vector<char> bytes;
};

class View : public QLabel {
public:
  void take(std::unique_ptr<Picture> picture) {
    shown = std::move(picture);
    setNum(int(shown->bytes.size()));
  }

private:
  std::unique_ptr<Picture> shown;
};

static void work(View *view) {
  auto picture = std::make_unique<Picture>();
  picture->bytes.resize(12);
  view->take(std::move(picture));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  View view;
  std::thread worker([&view] { work(&view); });
  int code = app.exec();
  worker.join();
  return code;
}
