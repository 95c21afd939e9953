// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's graphics thread, in C.
#include "obs.h"
#include <pthread.h>
#include <stddef.h>

struct draw_callback {
  draw_callback_t draw;
  void *param;
};

struct obs_display {
  unsigned cx, cy;
  struct draw_callback callbacks[4];
  size_t count;
};

static obs_display_t the_display;
static pthread_t graphics;

obs_display_t *obs_display_create(unsigned cx, unsigned cy) {
  the_display.cx = cx;
  the_display.cy = cy;
  return &the_display;
}

void obs_display_add_draw_callback(obs_display_t *display, draw_callback_t draw, void *param) {
  struct draw_callback data = {draw, param};
  display->callbacks[display->count++] = data;
}

void obs_display_size(obs_display_t *display, unsigned *cx, unsigned *cy) {
  *cx = display->cx;
  *cy = display->cy;
}

void obs_display_resize(obs_display_t *display, unsigned cx, unsigned cy) {
  display->cx = cx;
  display->cy = cy;
}

static void render_display(obs_display_t *display) {
  for (size_t i = 0; i < display->count; i++) {
    struct draw_callback *cb = &display->callbacks[i];
    cb->draw(cb->param, display->cx, display->cy);
  }
}

static void *obs_graphics_thread(void *param) {
  for (int frame = 0; frame < 1000; frame++)
    render_display((obs_display_t *)param);
  return NULL;
}

int obs_start_graphics(void) { return pthread_create(&graphics, NULL, obs_graphics_thread, &the_display); }
