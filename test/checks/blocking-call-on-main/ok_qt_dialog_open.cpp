// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// open() returns at once; the answer comes by a signal.
#include <QApplication>
#include <QDialog>
#include <QToolButton>

class Opener : public QToolButton {
  Q_OBJECT
public:
  Opener() { connect(this, &QToolButton::clicked, this, &Opener::ask); }
public slots:
  void ask() {
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &Opener::accepted);
    dialog->open();
  }
  void accepted() { setText(QStringLiteral("yes")); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Opener opener;
  opener.show();
  return app.exec();
}
