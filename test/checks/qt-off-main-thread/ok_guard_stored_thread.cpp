// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main thread kept at start-up: as a QThread* of the application, and as a std::thread::id.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <thread>

class App : public QApplication {
public:
  App(int &argc, char **argv) : QApplication(argc, argv), guiThread(QThread::currentThread()) {}
  QThread *guiThread;
};

static QThread *mainThread;
static std::thread::id mainId;

static void showA(QLabel *label) {
  if (QThread::currentThread() == mainThread)
    label->setText(QStringLiteral("a"));
}

static void showB(QLabel *label) {
  if (std::this_thread::get_id() != mainId)
    return;
  label->setText(QStringLiteral("b"));
}

static void showC(QLabel *label) {
  if (static_cast<App *>(qApp)->guiThread != QThread::currentThread())
    return;
  label->setText(QStringLiteral("c"));
}

int main(int argc, char **argv) {
  App app(argc, argv);
  mainThread = QThread::currentThread();
  mainId = std::this_thread::get_id();
  QLabel label;
  label.show();
  std::thread worker([&label] {
    showA(&label);
    showB(&label);
    showC(&label);
  });
  int code = app.exec();
  worker.join();
  return code;
}
