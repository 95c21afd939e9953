// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q014 as fixed: every callback of the library posts.
#include "basic.h"

OBSBasic::OBSBasic() : scenes(new QListWidget(this)) {
  signal_handler_connect(obs_signalhandler(), "source-add", OBSBasic::SourceAdded, this);
  signal_handler_connect(obs_signalhandler(), "source-remove", OBSBasic::SourceRemoved, this);
}

void OBSBasic::SourceAdded(void *data, obs_source *source) {
  QMetaObject::invokeMethod(static_cast<OBSBasic *>(data), "AddScene", Q_ARG(QString, QString::fromUtf8(source->name)));
}

void OBSBasic::SourceRemoved(void *data, obs_source *source) {
  QMetaObject::invokeMethod(static_cast<OBSBasic *>(data), "RemoveScene",
                            Q_ARG(QString, QString::fromUtf8(source->name)));
}

void OBSBasic::AddScene(const QString &name) { scenes->addItem(name); }

void OBSBasic::RemoveScene(const QString &name) {
  const QList<QListWidgetItem *> items = scenes->findItems(name, Qt::MatchExactly);
  for (QListWidgetItem *item : items)
    scenes->takeItem(scenes->row(item));
}
