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
    QColorDialog dialog(palette().color(QPalette::Button), this);
    if (!dialog.exec())
      return;
    QPalette now = palette();
    now.setColor(QPalette::Button, dialog.selectedColor());
    setPalette(now);
  }
  void open() {
    QFileDialog chooser(this);
    chooser.setFileMode(QFileDialog::ExistingFiles);
    if (chooser.exec())
      setText(chooser.selectedFiles().value(0));
  }
  void ask() {
    auto *dialog = new QDialog(this);
    dialog->setObjectName(text());
    const int answer = dialog->exec();
    if (answer == QDialog::Rejected)
      setFlat(true);
    delete dialog;
  }
  void inform() {
    QDialog note;
    note.setWindowTitle(text());
    note.exec();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Paint paint;
  paint.show();
  return app.exec();
}
