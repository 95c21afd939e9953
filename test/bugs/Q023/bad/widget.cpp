// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window's body.
#include "widget.h"
#include "core.h"
#include <QMessageBox>

static Widget *instance;

Widget::Widget() { instance = this; }

Widget *Widget::getInstance() { return instance; }

void Widget::init() {
  coreThread = new QThread(this);
  core = new Core;
  core->moveToThread(coreThread);
  connect(coreThread, &QThread::started, core, &Core::start);
  coreThread->start();
}

Widget::~Widget() {
  coreThread->quit();
  coreThread->wait();
}

void Widget::showWarningMsgBox(const QString &title, const QString &text) {
  if (QThread::currentThread() == thread())
    QMessageBox::warning(this, title, text);
  else
    QMetaObject::invokeMethod(this, "showWarningMsgBox", Qt::BlockingQueuedConnection, Q_ARG(QString, title),
                              Q_ARG(QString, text));
}
