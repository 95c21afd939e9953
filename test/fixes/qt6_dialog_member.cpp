// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A dialog that is kept is connected anew each time it is shown: for once.
#include <QApplication>
#include <QDialog>
#include <QPushButton>

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() : settings(new QDialog(this)), about(this) {
    connect(this, &QPushButton::clicked, this, &Window::configure);
    connect(this, &QPushButton::pressed, this, &Window::tell);
  }
public slots:
  void configure() {
    if (settings->exec() == QDialog::Accepted)
      setText(settings->windowTitle());
  }
  void tell() {
    about.exec();
    setFocus();
  }

private:
  QDialog *settings;
  QDialog about;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
