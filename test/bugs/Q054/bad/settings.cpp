// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q054, obs-studio: a label announces, from the media library's thread, that its source is gone; the settings dialog
// follows with a functor that has no context object and rebuilds its rows there.
#include "settings.h"
#include <QApplication>

Settings::Settings(hub *sources) : sources(sources), form(new QFormLayout(this)) { LoadAudioSources(); }

void Settings::LoadAudioSources() {
  while (form->rowCount() > 0)
    form->removeRow(0);
  auto *label = new SourceLabel(sources);
  connect(label, &SourceLabel::Removed, [this]() { LoadAudioSources(); }); // EXPECT: qt-contextless-connect
  form->addRow(label);
}

void Settings::ReloadAudioSources() { LoadAudioSources(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Settings settings(nullptr);
  return settings.exec();
}
// CHAIN: SourceLabel::SourceRemoved -> lambda in Settings::LoadAudioSources -> Settings::LoadAudioSources
