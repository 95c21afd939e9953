// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The window: a log pane that anybody may append to.
#pragma once
#include <QPlainTextEdit>
#include <QWidget>

class Window : public QWidget {
  Q_OBJECT
public:
  explicit Window(QWidget *parent = nullptr);
  void append(const QString &line);
  static Window *instance();

private:
  QPlainTextEdit *pane;
};
