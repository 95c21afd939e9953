// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window; it owns the thread that fetches the list of patrons for the about box.
#pragma once
#include <QScopedPointer>
#include <QThread>
#include <QWidget>

class MainWindow : public QWidget {
  Q_OBJECT
public:
  MainWindow();
  ~MainWindow() override;
  QScopedPointer<QThread> patronsThread;
public slots:
  void setPatrons(const QString &text);
  void openAbout();

private:
  QString patrons;
};
