// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The media library's displays: drawn by the library's graphics thread, which calls the program back.
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

typedef struct obs_display obs_display_t;
typedef void (*draw_callback_t)(void *param, unsigned cx, unsigned cy);

obs_display_t *obs_display_create(unsigned cx, unsigned cy);
void obs_display_add_draw_callback(obs_display_t *display, draw_callback_t draw, void *param);
void obs_display_size(obs_display_t *display, unsigned *cx, unsigned *cy);
void obs_display_resize(obs_display_t *display, unsigned cx, unsigned cy);
int obs_start_graphics(void);

#ifdef __cplusplus
}
#endif
