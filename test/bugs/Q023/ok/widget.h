// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window.
#pragma once
#include <QThread>
#include <QWidget>

class Core;

class Widget : public QWidget {
  Q_OBJECT
public:
  Widget();
  ~Widget() override;
  static Widget *getInstance();
  void init();
  Q_INVOKABLE void showWarningMsgBox(const QString &title, const QString &text);

private:
  Core *core = nullptr;
  QThread *coreThread = nullptr;
};
