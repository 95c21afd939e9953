// FLAGS: qt5
// RUN: unseen
// PRESS: OK
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A dialog on the stack whose answer is a yes or a no: what is done with a yes is a handler of `accepted`.
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

class NameDialog : public QDialog {
  Q_OBJECT
public:
  explicit NameDialog(const QString &name, QWidget *parent = nullptr) : QDialog(parent), edit(new QLineEdit(name, this)) {
    auto *layout = new QVBoxLayout(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok, this);
    layout->addWidget(edit);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  }
  QString name() const { return edit->text(); }
  void select() { edit->selectAll(); }

private:
  QLineEdit *edit;
};

class Window : public QWidget {
  Q_OBJECT
public slots:
  void rename() {
    const QString before = windowTitle();
    auto *dialog = new NameDialog(QStringLiteral("new"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QStringLiteral("Name"));
    dialog->select();
    connect(dialog, &QDialog::accepted, this, [this, before, dialog] {
      setWindowTitle(before + dialog->name()); // what was typed
    });
    dialog->open();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.setWindowTitle(QStringLiteral("a "));
  window.show();
  QTimer::singleShot(100, &window, &Window::rename);
  return app.exec();
}
