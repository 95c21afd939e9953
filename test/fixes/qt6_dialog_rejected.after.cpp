// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The handler is left when the answer is no; a branch without braces; a dialog on the heap that is deleted at the end.
#include <QApplication>
#include <QColorDialog>
#include <QDialog>
#include <QFileDialog>
#include <QPushButton>

class Paint : public QPushButton {
  Q_OBJECT
public:
  Paint() {
    connect(this, &QPushButton::clicked, this, &Paint::color);
    connect(this, &QPushButton::pressed, this, &Paint::open);
    connect(this, &QPushButton::released, this, &Paint::ask);
    connect(this, &QPushButton::toggled, this, &Paint::inform);
  }
public slots:
  void color() {
    auto *dialog = new QColorDialog(palette().color(QPalette::Button), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
      QPalette now = palette();
      now.setColor(QPalette::Button, dialog->selectedColor());
      setPalette(now);
    });
    dialog->open();
  }
  void open() {
    auto *chooser = new QFileDialog(this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QDialog::accepted, this, [this, chooser] {
      setText(chooser->selectedFiles().value(0));
    });
    chooser->open();
  }
  void ask() {
    auto *dialog = new QDialog(this);
    dialog->setObjectName(text());
    connect(dialog, &QDialog::finished, this, [this, dialog](int answer) {
      if (answer == QDialog::Rejected)
        setFlat(true);
      dialog->deleteLater();
    });
    dialog->open();
  }
  void inform() {
    auto *note = new QDialog;
    note->setAttribute(Qt::WA_DeleteOnClose);
    note->setModal(true);
    note->setWindowTitle(text());
    note->show();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Paint paint;
  paint.show();
  return app.exec();
}
