// FLAGS: qt5
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a constant points to may change, and one for each thread is another one there: they are read where the calls stand.
#include <QApplication>
#include <QLabel>
#include <thread>

struct Config {
  QString name;
  int size = 0;
};
static Config *const config = new Config;
static thread_local const int own = int(std::hash<std::thread::id>()(std::this_thread::get_id()) % 2) * 0 + 7;
static const volatile int port = 1;
static const int fixed = 3;

static void work(QLabel *label) {
  config->name = "first";
  label->setText(config->name);
  config->name = "second";
  config->size = 5;
  label->setIndent((*config).size);
  config->size = 6;
  label->setMargin(own);
  label->setMinimumWidth(port);
  label->setMinimumHeight(fixed);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
