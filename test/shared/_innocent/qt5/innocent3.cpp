// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QLabel>
#include <QThread>
#include <QString>

class Worker3 : public QThread {
public:
  explicit Worker3(QLabel *Label) : Label(Label) {}
  void run() override { Label->setText(QString::number(3)); }

private:
  QLabel *Label;
};

void start3(QLabel *Label) { (new Worker3(Label))->start(); }
