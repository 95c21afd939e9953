// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q007 as fixed: the commands are posted to the object's thread.
#include "gui.h"

void t_gui::cmd_show() { QMetaObject::invokeMethod(this, "gui_cmd_show"); }

void t_gui::cmd_hide() { QMetaObject::invokeMethod(this, "gui_cmd_hide"); }

void t_gui::gui_cmd_show() {
  if (mainWindow.isMinimized())
    mainWindow.showNormal();
  mainWindow.raise();
}

void t_gui::gui_cmd_hide() { mainWindow.hide(); }
