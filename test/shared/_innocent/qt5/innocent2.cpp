// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QLabel>
#include <QThread>
#include <QString>

class Worker2 : public QThread {
public:
  explicit Worker2(QLabel *Label) : Label(Label) {}
  void run() override { Label->setText(QString::number(2)); }

private:
  QLabel *Label;
};

void start2(QLabel *Label) { (new Worker2(Label))->start(); }
