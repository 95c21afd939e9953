// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is changed behind the lambda would not be in its copy.
// ADVICE: 'text' is changed in the lambda or behind it
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

class Window : public QLabel {
  Q_OBJECT
public:
  void announce() {
    QString text = QStringLiteral("begin");
    QTimer::singleShot(10, this, [this, &text] { setText(text); });
    text.append("end");
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.announce(); });
  return app.exec();
}
