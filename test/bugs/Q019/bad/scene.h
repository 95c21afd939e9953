// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's scene and display.
#pragma once
#include <vector>

struct SceneItem {
  float x, y;
  bool selected;
};

class ObsScene {
public:
  std::vector<SceneItem> items;
};

typedef bool (*enum_items_t)(ObsScene *scene, SceneItem *item, void *param);
void obs_scene_enum_items(ObsScene *scene, enum_items_t callback, void *param);
void obs_add_draw_callback(void (*draw)(void *param), void *param);
void obs_graphics_start();
