// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Main asks the engine and waits; the engine tells main and waits. When both do so at once, neither goes on.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QThread>

class Engine : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void answer() {}
  void ring() { Q_EMIT ringing(); }
Q_SIGNALS:
  void ringing();
};

class Phone : public QLabel {
  Q_OBJECT
public:
  Phone() : engine(new Engine), thread(new QThread) {
    engine->moveToThread(thread);
    connect(thread, &QThread::started, engine, &Engine::ring);
    connect(engine, &Engine::ringing, this, &Phone::onRinging, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
    thread->start();
  }
  void pickUp() {
    QMetaObject::invokeMethod(engine, "answer", Qt::BlockingQueuedConnection);
  }

private:
  void onRinging() { setText("ringing"); }
  Engine *engine;
  QThread *thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Phone phone;
  QPushButton button("pick up");
  QObject::connect(&button, &QPushButton::clicked, &phone, &Phone::pickUp);
  button.show();
  return app.exec();
}
