// FLAGS: qt5
// CHECKS: blocking-call-on-main
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Dialogs that have to be waited for as they are written.
// ADVICE: in a loop
// ADVICE: a connection that is made each time it is shown would pile up
// ADVICE: a lambda refers to 'chosen'
// ADVICE: pointer to a variable of this function
// ADVICE: also called by Editor::save()
// ADVICE: depends on the rest of the expression
#include <QApplication>
#include <QDialog>
#include <QPushButton>

class Picker : public QDialog {
  Q_OBJECT
public:
  explicit Picker(QString *into, QWidget *parent) : QDialog(parent), into(into) {}

private:
  QString *into;
};

class Editor : public QPushButton {
  Q_OBJECT
public:
  Editor() {
    connect(this, &QPushButton::clicked, this, &Editor::repeat);
    connect(this, &QPushButton::clicked, this, &Editor::kept);
    connect(this, &QPushButton::clicked, this, &Editor::lambda);
    connect(this, &QPushButton::clicked, this, &Editor::pick);
    connect(this, &QPushButton::clicked, this, &Editor::save);
    connect(this, &QPushButton::clicked, this, &Editor::maybe);
  }
public slots:
  void repeat() {
    QDialog dialog(this);
    while (dialog.exec() == QDialog::Accepted)
      setText(text() + QStringLiteral("."));
  }
  void kept() {
    if (settings.exec() == QDialog::Accepted)
      setFlat(true);
  }
  void lambda() {
    QDialog dialog(this);
    int chosen = 0;
    connect(&dialog, &QDialog::accepted, &dialog, [&chosen] { chosen = 1; });
    dialog.exec();
    setText(QString::number(chosen));
  }
  void pick() {
    QString name;
    Picker picker(&name, this);
    if (picker.exec() == QDialog::Accepted)
      setText(name);
  }
  bool asked() {
    QDialog dialog(this);
    return dialog.exec() == QDialog::Accepted;
  }
  void save() {
    if (asked())
      setText(QStringLiteral("saved"));
  }
  void maybe() {
    QDialog dialog(this);
    if (isFlat() && dialog.exec() == QDialog::Accepted)
      setFlat(false);
  }

private:
  QDialog settings;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Editor editor;
  editor.show();
  return app.exec();
}
