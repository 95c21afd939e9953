// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q026 as fixed: off the GUI thread the error is only kept for later.
#include "mainwindow.h"
#include "errorhelper.h"
#include <QApplication>
#include <QMutex>
#include <QThread>
#include <stdlib.h>

static MainWindow *m_Instance;
static QMutex postponedMutex;
static QStringList postponed;

extern "C" void showErrorFromC(char *buffer) {
  QString error(buffer);
  free(buffer);
  if (QThread::currentThread() != qApp->thread()) {
    QMutexLocker locker(&postponedMutex);
    postponed.append(error);
    return;
  }
  MainWindow::instance()->getNotificationWidget()->showNotification(error);
}

MainWindow::MainWindow() : notification(new NotificationWidget(this)) {
  m_Instance = this;
  set_error_cb(&showErrorFromC);
}

MainWindow *MainWindow::instance() { return m_Instance; }

void NotificationWidget::showNotification(const QString &text) {
  setText(text);
  show();
}
