// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The log of the program; knows the window.
#include "log.h"
#include "window.h"

void Log::write(const QString &message) { flush(QStringLiteral("> ") + message); }

void Log::flush(const QString &line) {
  if (Window *window = Window::instance())
    window->append(line);
}
