// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q007, Twinkle: "show" and "hide" commands of a socket thread reach the main window by a virtual call on a global.
// CHECKS: qt-off-main-thread
#include "gui.h"

void t_gui::cmd_show() {
  if (mainWindow.isMinimized()) // EXPECT: qt-off-main-thread
    mainWindow.showNormal();    // EXPECT: qt-off-main-thread
  mainWindow.raise();           // EXPECT: qt-off-main-thread
}

void t_gui::cmd_hide() {
  mainWindow.hide(); // EXPECT: qt-off-main-thread
}

void t_gui::gui_cmd_show() {}
void t_gui::gui_cmd_hide() {}
// CHAIN: listen_cmd -> exec_cmd -> t_gui::cmd_show
