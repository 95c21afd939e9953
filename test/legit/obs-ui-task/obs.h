// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The media library's task queues: one of them is the user interface's, served by a handler that the program sets.
#pragma once

typedef void (*obs_task_t)(void *param);
typedef void (*obs_task_handler_t)(obs_task_t task, void *param, bool wait);
enum obs_task_type { OBS_TASK_UI, OBS_TASK_DESTROY };

void obs_set_ui_task_handler(obs_task_handler_t handler);
void obs_queue_task(obs_task_type type, obs_task_t task, void *param, bool wait);
void obs_start_worker(void (*work)(void *), void *param);
