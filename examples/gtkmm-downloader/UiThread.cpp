// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "UiThread.h"
#include <glib.h>
#include <thread>
#include <utility>

namespace {
std::thread::id uiThread;
}

void ui::init() { uiThread = std::this_thread::get_id(); }

bool ui::isCurrent() { return std::this_thread::get_id() == uiThread; }

void ui::post(std::function<void()> function) {
  auto *held = new std::function<void()>(std::move(function));
  g_idle_add_full(
      G_PRIORITY_DEFAULT,
      [](gpointer data) -> gboolean {
        (*static_cast<std::function<void()> *>(data))();
        return G_SOURCE_REMOVE;
      },
      held, [](gpointer data) { delete static_cast<std::function<void()> *>(data); });
}
