// FLAGS: qt6
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread's own lambda has the window already; the posted one takes it on.
#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>
#include <thread>

class Window : public QWidget {
public:
  Window() {
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
  }
  void begin() {
    int total = 5;
    worker = std::thread([this, total, unit = QStringLiteral("files")] {
      int found = total * 2;
      QMetaObject::invokeMethod(this, [this, text = QString::number(found) + ' ' + unit, enabled = total > 3] {
        label->setText(text);
        label->setEnabled(enabled);
      }, Qt::QueuedConnection);
    });
  }
  ~Window() override { worker.join(); }

private:
  QLabel *label = new QLabel;
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
