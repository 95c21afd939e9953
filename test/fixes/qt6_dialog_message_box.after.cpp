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
    auto *box = new QMessageBox(QMessageBox::Question, QStringLiteral("Discard"), QStringLiteral("Really?"), QMessageBox::Yes | QMessageBox::No, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::No);
    connect(box, &QDialog::finished, this, [this](int result) {
      switch (result) {
      case QMessageBox::Yes:
        setWindowTitle(QStringLiteral("gone"));
        break;
      default:
        setWindowTitle(QStringLiteral("kept"));
      }
      setEnabled(false);
    });
    box->open();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Document document;
  document.show();
  QTimer::singleShot(100, &document, &Document::discard);
  return app.exec();
}
