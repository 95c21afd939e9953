// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q014, obs-studio: the window connects static functions to the library's signals; the library fires them on its own
// thread and they insert into and take from a list widget.
// CHECKS: qt-off-main-thread
#include "basic.h"

OBSBasic::OBSBasic() : scenes(new QListWidget(this)) {
  signal_handler_connect(obs_signalhandler(), "source-add", OBSBasic::SourceAdded, this);
  signal_handler_connect(obs_signalhandler(), "source-remove", OBSBasic::SourceRemoved, this);
}

void OBSBasic::SourceAdded(void *data, obs_source *source) {
  static_cast<OBSBasic *>(data)->AddScene(QString::fromUtf8(source->name));
}

void OBSBasic::SourceRemoved(void *data, obs_source *source) {
  static_cast<OBSBasic *>(data)->RemoveScene(QString::fromUtf8(source->name));
}

void OBSBasic::AddScene(const QString &name) {
  scenes->addItem(name); // EXPECT: qt-off-main-thread
}

void OBSBasic::RemoveScene(const QString &name) {
  const QList<QListWidgetItem *> items = scenes->findItems(name, Qt::MatchExactly); // EXPECT: qt-off-main-thread
  for (QListWidgetItem *item : items)
    scenes->takeItem(0); // EXPECT: qt-off-main-thread
}
// CHAIN: load_sources -> signal_handler_signal -> OBSBasic::SourceAdded -> OBSBasic::AddScene
