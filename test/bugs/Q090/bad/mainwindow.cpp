// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q090, obs-studio: the about box starts a thread that the main window owns; the window's destructor does not wait for
// it, so closing the program while the list is being fetched aborts it.
#include "mainwindow.h"
#include "about.h"

MainWindow::MainWindow() = default;

MainWindow::~MainWindow() { // EXPECT: qt-thread-destroyed
  patrons.clear();
}

void MainWindow::setPatrons(const QString &text) { patrons = text; }

void MainWindow::openAbout() {
  auto *about = new About(this);
  about->setAttribute(Qt::WA_DeleteOnClose);
  about->show();
}
