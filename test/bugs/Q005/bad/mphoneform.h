// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window.
#pragma once
#include <QTextEdit>
#include <QWidget>

class MphoneForm : public QWidget {
  Q_OBJECT
public:
  MphoneForm();
public slots:
  void updateLog(bool log_zapped);

private:
  QTextEdit *logView;
};
