// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Objects that the rest mentions may be gone when the timer says so; parameters that are references to constants are
// copied.
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QThread>

class Form : public QWidget {
  Q_OBJECT
public:
  Form() : name(new QLineEdit(this)) {
    auto *send = new QPushButton(this);
    connect(send, &QPushButton::clicked, this, &Form::send);
    connect(name, &QLineEdit::textEdited, this, &Form::edited);
  }
public slots:
  void send() {
    QLabel *note = findChild<QLabel *>();
    QWidget *next = nextInFocusChain();
    QWidget *none = focusWidget();
    QThread::sleep(1);
    note->setText(name->text());
    if (next)
      next->setFocus();
    setFocusProxy(none);
  }
  void edited(const QString &text) {
    const unsigned long wait = text.size() * 10;
    QThread::usleep(wait * 1000);
    name->setToolTip(text);
  }

private:
  QLineEdit *name;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Form form;
  form.show();
  return app.exec();
}
