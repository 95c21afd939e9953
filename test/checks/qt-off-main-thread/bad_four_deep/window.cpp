// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The window of the program.
#include "window.h"
#include <QVBoxLayout>

static Window *theWindow;

Window::Window(QWidget *parent) : QWidget(parent), pane(new QPlainTextEdit(this)) {
  auto *box = new QVBoxLayout(this);
  box->addWidget(pane);
  theWindow = this;
}

Window *Window::instance() { return theWindow; }

void Window::append(const QString &line) {
  pane->appendPlainText(line); // EXPECT: qt-off-main-thread
}
