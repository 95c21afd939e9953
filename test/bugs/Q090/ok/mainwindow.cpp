// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q090 as fixed: the destructor waits for the thread if it still runs.
#include "mainwindow.h"
#include "about.h"

MainWindow::MainWindow() = default;

MainWindow::~MainWindow() {
  if (patronsThread && patronsThread->isRunning())
    patronsThread->wait();
  patrons.clear();
}

void MainWindow::setPatrons(const QString &text) { patrons = text; }

void MainWindow::openAbout() {
  auto *about = new About(this);
  about->setAttribute(Qt::WA_DeleteOnClose);
  about->show();
}
