// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The other types on the receiver's own thread; the variable holds a queued one.
#include <QApplication>
#include <QLabel>
#include <QPushButton>

class Window : public QLabel {
  Q_OBJECT
public:
  explicit Window(QPushButton *button) {
    connect(button, &QPushButton::clicked, this, &QLabel::clear, Qt::QueuedConnection);
    connect(button, &QPushButton::clicked, this, [this] {
      const Qt::ConnectionType later = Qt::QueuedConnection;
      QMetaObject::invokeMethod(this, "clear", later);
      QMetaObject::invokeMethod(this, [this] { clear(); }, Qt::AutoConnection);
      QMetaObject::invokeMethod(this, "clear", Qt::DirectConnection);
    });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button;
  Window window(&button);
  button.show();
  return app.exec();
}
