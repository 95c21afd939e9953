// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q074, qTox: the GUI asks the call engine and waits for its thread, while the engine announces a call and waits for the
// GUI: when both happen at once neither goes on.
#include "coreav.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>

class Widget : public QLabel {
  Q_OBJECT
public:
  Widget() : answer(new QPushButton("answer", this)) {
    connect(&av, &CoreAV::avInvite, this, &Widget::onAvInvite, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
    connect(answer, &QPushButton::clicked, this, &Widget::onAnswerClicked);
    av.start();
  }

private:
  void onAvInvite(int friendId) { setNum(friendId); }
  void onAnswerClicked() { answer->setEnabled(!av.answerCall(1)); }
  CoreAV av;
  QPushButton *answer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Widget widget;
  widget.show();
  return app.exec();
}
// CHAIN: CoreAV::process
