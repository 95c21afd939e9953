// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QLabel>
#include <QThread>
#include <QString>

class Worker1 : public QThread {
public:
  explicit Worker1(QLabel *Label) : Label(Label) {}
  void run() override { Label->setText(QString::number(1)); }

private:
  QLabel *Label;
};

void start1(QLabel *Label) { (new Worker1(Label))->start(); }
