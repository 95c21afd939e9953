// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Message boxes for everybody: may be called from any thread.
#pragma once
#include <QWidget>

class MessageBoxManager : public QWidget {
  Q_OBJECT
public:
  void showInfo(const QString &title, const QString &text);
  bool askQuestion(const QString &title, const QString &text);
private slots:
  void _showInfo(const QString &title, const QString &text);
  bool _askQuestion(const QString &title, const QString &text);
};
