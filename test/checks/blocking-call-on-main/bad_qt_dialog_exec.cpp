// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nested loops in handlers: a dialog's exec(), a static of QMessageBox, a local event loop (each a note).
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QMessageBox>
#include <QTimer>
#include <QToolButton>

class Opener : public QToolButton {
  Q_OBJECT
public:
  Opener() {
    connect(this, &QToolButton::clicked, this, &Opener::ask);
    connect(this, &QToolButton::released, this, &Opener::settle);
  }
public slots:
  void ask() {
    QDialog dialog(this);
    if (dialog.exec() == QDialog::Accepted)                                       // EXPECT: blocking-call-on-main
      QMessageBox::information(this, QStringLiteral("Yes"), QStringLiteral(":")); // modal by design: not reported
  }
  void settle() {
    QEventLoop loop;
    QTimer::singleShot(100, &loop, &QEventLoop::quit);
    loop.exec(); // EXPECT: blocking-call-on-main
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Opener opener;
  opener.show();
  return app.exec();
}
// CHAIN: Opener::ask
