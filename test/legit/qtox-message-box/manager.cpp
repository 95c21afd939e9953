// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N04, qTox: on the GUI thread the box is shown at once, from others through a blocking queued call.
// CHECKS: *off-main-thread,qobject-wrong-thread
#include "manager.h"
#include <QApplication>
#include <QMessageBox>
#include <QThread>

void MessageBoxManager::showInfo(const QString &title, const QString &text) {
  if (QThread::currentThread() == qApp->thread()) {
    _showInfo(title, text);
  } else {
    QMetaObject::invokeMethod(this, "_showInfo", Qt::BlockingQueuedConnection, Q_ARG(QString, title),
                              Q_ARG(QString, text));
  }
}

bool MessageBoxManager::askQuestion(const QString &title, const QString &text) {
  if (QThread::currentThread() == qApp->thread())
    return _askQuestion(title, text);
  bool answer = false;
  QMetaObject::invokeMethod(this, "_askQuestion", Qt::BlockingQueuedConnection, Q_RETURN_ARG(bool, answer),
                            Q_ARG(QString, title), Q_ARG(QString, text));
  return answer;
}

void MessageBoxManager::_showInfo(const QString &title, const QString &text) {
  QMessageBox box(QMessageBox::Information, title, text, QMessageBox::Ok, this);
  box.exec();
}

bool MessageBoxManager::_askQuestion(const QString &title, const QString &text) {
  return QMessageBox::question(this, title, text) == QMessageBox::Yes;
}
