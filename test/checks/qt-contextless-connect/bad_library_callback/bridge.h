// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QObject>

class Bridge : public QObject {
  Q_OBJECT
public:
  void open();
Q_SIGNALS:
  void arrived();

private:
  static void *receive(void *data);
};
