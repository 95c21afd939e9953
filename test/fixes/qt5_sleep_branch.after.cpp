// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A branch that ends the handler has a rest of its own; a return of a constant stays where it is.
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Board : public QLabel {
  Q_OBJECT
public:
  bool event(QEvent *event) override {
    if (event->type() == QEvent::KeyPress) {
      const int key = static_cast<QKeyEvent *>(event)->key();
      setText(QStringLiteral("..."));
      QTimer::singleShot(300, this, [this, key] {
        setText(QString::number(key));
      });
      return true;
    }
    return QLabel::event(event);
  }
  void mouseReleaseEvent(QMouseEvent *) override {
    if (isEnabled()) {
      setEnabled(false);
      if (text().isEmpty()) {
        QTimer::singleShot(300, this, [this] {
          setEnabled(true);
        });
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
