// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot lambda refers to a parameter of the function that connects it; the sender lives on.
#include <QApplication>
#include <QLabel>
#include <QDialog>

class Window : public QLabel {
public:
  void watch(QDialog *dialog) {
    connect(dialog, &QDialog::accepted, this, [&] { setText(dialog->windowTitle()); }); // EXPECT: handoff-dangling-capture
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  auto *dialog = new QDialog(&window);
  window.watch(dialog);
  return app.exec();
}
