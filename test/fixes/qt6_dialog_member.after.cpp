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
    connect(settings, &QDialog::finished, this, [this](int result) {
      if (result == QDialog::Accepted)
        setText(settings->windowTitle());
    }, Qt::SingleShotConnection);
    settings->open();
  }
  void tell() {
    connect(&about, &QDialog::finished, this, [this] {
      setFocus();
    }, Qt::SingleShotConnection);
    about.open();
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
