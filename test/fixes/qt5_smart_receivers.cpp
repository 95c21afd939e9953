// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Widgets held by pointers that are classes: what they point to is the context.
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <memory>
#include <thread>

struct Views {
  QPointer<QLabel> name;
  std::unique_ptr<QLabel> size;
};

static void work(Views *views, int size) {
  views->name->setText(QStringLiteral("name"));

  views->size->setNum(size);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Views views{new QLabel, std::make_unique<QLabel>()};
  std::thread worker([&views] { work(&views, 3); });
  int code = app.exec();
  worker.join();
  return code;
}
