// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A page of the set-up wizard.
#pragma once
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedPointer>
#include <QThread>

class StreamPage : public QWidget {
  Q_OBJECT
public:
  StreamPage();
public slots:
  void OnOAuthStreamKeyConnected();

private:
  QString fetchTitle();
  QPushButton *connectAccount;
  QLabel *connectedAccountText;
  QLineEdit *key;
};
