// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A button's slot invokes a method of its own window and waits for it: the window lives on this thread.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

class Window : public QWidget {
  Q_OBJECT
public:
  Window() : label(new QLabel), button(new QPushButton("save")) {
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, &Window::save);
  }
public Q_SLOTS:
  void show(const QString &text) { label->setText(text); }

private:
  void save() {
    QMetaObject::invokeMethod(this, "show", Qt::BlockingQueuedConnection, Q_ARG(QString, "saved")); // EXPECT: qt-blocking-connection
  }
  QLabel *label;
  QPushButton *button;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.QWidget::show();
  return app.exec();
}
// CHAIN: Window::save
