// FLAGS: qt5
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Slots with [&] of a dialog that this function shows and ends, and of children of it.
#include <QApplication>
#include <QLabel>
#include <QDialog>
#include <QEventLoop>
#include <QPushButton>
#include <QTimer>

class Window : public QLabel {
public:
  void ask() {
    QDialog dialog(this);
    bool yes = false;
    auto *button = new QPushButton(&dialog);
    connect(button, &QPushButton::clicked, [&] { yes = true; dialog.accept(); });
    connect(&dialog, &QDialog::rejected, this, [&] { yes = false; });
    if (text().isEmpty())
      return;
    dialog.exec();
    setNum(yes);
  }
  void pause() {
    QEventLoop loop;
    bool late = false;
    QTimer::singleShot(1000, &loop, [&] { late = true; loop.quit(); });
    loop.exec();
    setNum(late);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.ask(); window.pause(); });
  return app.exec();
}
