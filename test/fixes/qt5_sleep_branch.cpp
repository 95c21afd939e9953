// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A branch that ends the handler has a rest of its own; a return of a constant stays where it is.
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QThread>

class Board : public QLabel {
  Q_OBJECT
public:
  bool event(QEvent *event) override {
    if (event->type() == QEvent::KeyPress) {
      const int key = static_cast<QKeyEvent *>(event)->key();
      setText(QStringLiteral("..."));
      QThread::msleep(300);
      setText(QString::number(key));
      return true;
    }
    return QLabel::event(event);
  }
  void mouseReleaseEvent(QMouseEvent *) override {
    if (isEnabled()) {
      setEnabled(false);
      if (text().isEmpty()) {
        QThread::msleep(300);
        setEnabled(true);
      }
    } else {
      clear();
    }
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Board board;
  board.show();
  return app.exec();
}
