// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The other way round: a button runs, on the main thread, the slot of an object that lives in another; its timer does too.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Sampler : public QObject {
  Q_OBJECT
public:
  Sampler() : timer(new QTimer(this)) {}
  void stop() { timer->stop(); }

private:
  QTimer *timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button("stop");
  QThread thread;
  auto *sampler = new Sampler;
  sampler->moveToThread(&thread);
  QObject::connect(&button, &QPushButton::clicked, sampler, &Sampler::stop, Qt::DirectConnection); // EXPECT: qt-direct-connection
  thread.start();
  button.show();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
