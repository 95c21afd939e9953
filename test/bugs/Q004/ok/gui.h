// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The GUI's root object, as the core knows it; null when the program runs without one.
#pragma once
#include <QWidget>

struct MidiTime {
  int ticks;
};

class PositionLine : public QWidget {
public:
  using QWidget::QWidget;
};

class SongEditor : public QWidget {
  Q_OBJECT
public:
  SongEditor();
public slots:
  void updatePosition(const MidiTime &time);
  void updatePositionNow() { updatePosition(MidiTime{0}); }

private:
  PositionLine *line;
};

class SongEditorWindow : public QWidget {
public:
  SongEditor *m_editor = new SongEditor;
};

class GuiApplication {
public:
  GuiApplication() : editor(new SongEditorWindow) {}
  SongEditorWindow *songEditor() { return editor; }

private:
  SongEditorWindow *editor;
};

extern GuiApplication *gui;
