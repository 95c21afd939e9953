// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window and its preview, which is drawn by the graphics thread.
#pragma once
#include <QListView>
#include <QWidget>
#include <mutex>
#include <vector>

class OBSBasic;

class OBSBasicPreview {
public:
  explicit OBSBasicPreview(OBSBasic *main) : main(main) {}
  void DrawSpacingHelpers();
  int helpers = 0;

private:
  OBSBasic *main;
};

class OBSBasic : public QWidget {
  Q_OBJECT
public:
  OBSBasic();
  QListView *sources;
  std::vector<int> SelectedItems();
  void SelectItem(int id);
  static void RenderMain(void *data);
  OBSBasicPreview preview;

private:
  std::mutex mutex;
  std::vector<int> selected;
};
