// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's display.
#pragma once

struct obs_display;
obs_display *obs_display_create();
void obs_display_add_draw_callback(obs_display *display, void (*draw)(void *, unsigned, unsigned), void *param);
void obs_display_run(obs_display *display);
