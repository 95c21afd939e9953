// FLAGS: qt5
// ADVICE: its destructor is the program's own
// CHECKS: qt-off-main-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Its destructor uses what is deleted next.
#include <QApplication>
#include <QWidget>
#include <thread>

struct Model {
  int views = 0;
};

class View : public QWidget {
public:
  explicit View(Model *model) : model(model) { ++model->views; }
  ~View() override { --model->views; }
  Model *model;
};

static void close(View *view) {
  Model *model = view->model;
  delete view;
  delete model;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *view = new View(new Model);
  view->show();
  std::thread worker(close, view);
  int code = app.exec();
  worker.join();
  return code;
}
