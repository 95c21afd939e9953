// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <QObject>

class Engine : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void process();
Q_SIGNALS:
  void report(const QString &text);
};
