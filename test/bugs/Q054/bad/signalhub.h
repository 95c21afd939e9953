// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the media library offers: callbacks on its own threads.
#pragma once
#include <pthread.h>

struct hub;
typedef void (*hub_callback)(void *data);
void hub_connect(hub *h, hub_callback callback, void *data);
