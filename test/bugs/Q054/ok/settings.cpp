// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q054, fixed: the functor only asks the dialog to reload; an invocation goes to the thread the dialog lives in.
#include "settings.h"
#include <QApplication>

Settings::Settings(hub *sources) : sources(sources), form(new QFormLayout(this)) { LoadAudioSources(); }

void Settings::LoadAudioSources() {
  while (form->rowCount() > 0)
    form->removeRow(0);
  auto *label = new SourceLabel(sources);
  connect(label, &SourceLabel::Removed, [this]() {
    QMetaObject::invokeMethod(this, "ReloadAudioSources");
  });
  form->addRow(label);
}

void Settings::ReloadAudioSources() { LoadAudioSources(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Settings settings(nullptr);
  return settings.exec();
}
