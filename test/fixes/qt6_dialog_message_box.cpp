// FLAGS: qt6
// RUN: unseen
// PRESS: &Yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Message boxes answer with the button; `finished` gives the same number.
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

class Document : public QWidget {
  Q_OBJECT
public slots:
  void discard() {
    QMessageBox box(QMessageBox::Question, QStringLiteral("Discard"), QStringLiteral("Really?"), QMessageBox::Yes | QMessageBox::No, this);
    box.setDefaultButton(QMessageBox::No);
    switch (box.exec()) {
    case QMessageBox::Yes:
      setWindowTitle(QStringLiteral("gone"));
      break;
    default:
      setWindowTitle(QStringLiteral("kept"));
    }
    setEnabled(false);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Document document;
  document.show();
  QTimer::singleShot(100, &document, &Document::discard);
  return app.exec();
}
