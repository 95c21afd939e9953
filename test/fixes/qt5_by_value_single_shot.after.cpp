// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Single shots with [&], of a variable and of a parameter.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

class Window : public QLabel {
  Q_OBJECT
public:
  void announce(int seconds) {
    QString text = QString::number(seconds);
    QTimer::singleShot(1000 * seconds, this, [this, text] { setText(text); });
    QTimer::singleShot(100, this, [this, seconds, unit = QString("s")] { setText(QString::number(seconds) + unit); });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.announce(3); });
  return app.exec();
}
