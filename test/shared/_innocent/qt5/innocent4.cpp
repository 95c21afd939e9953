// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QLabel>
#include <QThread>
#include <QString>

class Worker4 : public QThread {
public:
  explicit Worker4(QLabel *Label) : Label(Label) {}
  void run() override { Label->setText(QString::number(4)); }

private:
  QLabel *Label;
};

void start4(QLabel *Label) { (new Worker4(Label))->start(); }
