// FLAGS: qt6
// RUN: stall settle=1500
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lambda that is connected is a handler like any other. Without an object of its own, the one that the rest needs is the
// context.
#include <QCheckBox>
#include <QApplication>
#include <QTimer>
#include <QThread>
#include <cstdio>

class Window : public QWidget {
  Q_OBJECT
public:
  Window() : box(new QCheckBox(this)) {
    connect(box, &QCheckBox::clicked, this, [this](bool on) {
      box->setEnabled(false);
      QThread::msleep(600);
      box->setEnabled(true);
      box->setText(on ? QStringLiteral("on") : QStringLiteral("off"));
    });
  }
  QCheckBox *box;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  QTimer::singleShot(0, window.box, &QCheckBox::click);
  QTimer::singleShot(900, &window, [widget = &window] {
    QThread::msleep(600);
    widget->setWindowTitle(QStringLiteral("late"));
  });
  QTimer::singleShot(2000, &window, &QWidget::close);
  QTimer::singleShot(2000, &app, &QApplication::quit);
  app.exec();
  std::printf("%s %d %s\n", window.box->text().toUtf8().constData(), window.box->isEnabled(), window.windowTitle().toUtf8().constData());
  return 0;
}
