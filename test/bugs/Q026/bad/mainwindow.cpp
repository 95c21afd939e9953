// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q026, subsurface: errors of the C core go through a function pointer to the main window's notification bar; an
// export job of the pool meets an error.
// CHECKS: qt-off-main-thread
#include "mainwindow.h"
#include "errorhelper.h"
#include <stdlib.h>

static MainWindow *m_Instance;

extern "C" void showErrorFromC(char *buffer) {
  QString error(buffer);
  free(buffer);
  MainWindow::instance()->getNotificationWidget()->showNotification(error);
}

MainWindow::MainWindow() : notification(new NotificationWidget(this)) {
  m_Instance = this;
  set_error_cb(&showErrorFromC);
}

MainWindow *MainWindow::instance() { return m_Instance; }

void NotificationWidget::showNotification(const QString &text) {
  setText(text); // EXPECT: qt-off-main-thread
  show();        // EXPECT: qt-off-main-thread
}
// CHAIN: export_dives_xslt -> report_error -> showErrorFromC -> NotificationWidget::showNotification
