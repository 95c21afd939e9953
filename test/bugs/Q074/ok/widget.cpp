// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q074, fixed on one side: what the engine announces is queued.
#include "coreav.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>

class Widget : public QLabel {
  Q_OBJECT
public:
  Widget() : answer(new QPushButton("answer", this)) {
    connect(&av, &CoreAV::avInvite, this, &Widget::onAvInvite);
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
