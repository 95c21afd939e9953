// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a form holds, by a plain pointer and by one that is a class, down to items that are no QObjects.
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <memory>
#include <thread>

namespace Ui {
struct Form {
  QLabel *label;
  QListWidget *list;
};
} // namespace Ui

class Window : public QWidget {
public:
  void begin() {
    ui->label = new QLabel(this);
    form->list = new QListWidget(this);
    worker = std::thread([this] { work(QStringLiteral("x")); });
  }
  ~Window() override {
    worker.join();
    delete ui;
  }

private:
  void work(const QString &name) {
    QMetaObject::invokeMethod(this, [this, name] {
      ui->label->setText(name);
      form->list->addItem(name);
      form->list->scrollToBottom();
    }, Qt::QueuedConnection);
  }
  Ui::Form *ui = new Ui::Form;
  std::unique_ptr<Ui::Form> form = std::make_unique<Ui::Form>();
  std::thread worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.begin();
  int code = app.exec();
  return code;
}
