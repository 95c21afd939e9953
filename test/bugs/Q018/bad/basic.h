// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window: the current scene is what the list has selected.
#pragma once
#include <QListWidget>
#include <QWidget>
#include <atomic>

struct Scene {
  int id;
};

class OBSBasicPreview {
public:
  void DrawSceneEditing();
  int drawn = 0;
};

class OBSBasic : public QWidget {
  Q_OBJECT
public:
  OBSBasic();
  static OBSBasic *Get();
  Scene *GetCurrentScene();
  void StartDisplay();
private slots:
  void OnSceneSelected(QListWidgetItem *item);

private:
  static void RenderMain(void *data, unsigned cx, unsigned cy);
  QListWidget *scenes;
  std::atomic<Scene *> currentScene{nullptr};
  OBSBasicPreview preview;
};
