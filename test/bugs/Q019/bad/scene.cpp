// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's body: a graphics thread calls draw callbacks; items are enumerated by another callback.
#include "scene.h"
#include <pthread.h>

static void (*draw_callback)(void *);
static void *draw_param;

void obs_scene_enum_items(ObsScene *scene, enum_items_t callback, void *param) {
  for (SceneItem &item : scene->items)
    if (!callback(scene, &item, param))
      return;
}

void obs_add_draw_callback(void (*draw)(void *), void *param) {
  draw_callback = draw;
  draw_param = param;
}

static void *graphics_thread(void *) {
  for (int frame = 0; frame < 1000; ++frame)
    if (draw_callback)
      draw_callback(draw_param);
  return nullptr;
}

void obs_graphics_start() {
  pthread_t thread;
  pthread_create(&thread, nullptr, graphics_thread, nullptr);
  pthread_detach(thread);
}
