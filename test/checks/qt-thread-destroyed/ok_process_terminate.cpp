// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QProcess::terminate() asks politely; it is another thing.
#include <QApplication>
#include <QThread>
#include <QProcess>
#include <QPushButton>

class Window : public QPushButton {
  Q_OBJECT
public:
  Window() {
    process.start(QStringLiteral("make"), {});
    connect(this, &QPushButton::clicked, this, &Window::cancel);
  }
public slots:
  void cancel() { process.terminate(); }

private:
  QProcess process;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
