// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q005, Twinkle: a thread that watches the log tells the user interface by a virtual call; the graphical interface
// updates its window at once. The thread comes from a project wrapper over pthreads with a void* entry.
// CHECKS: qt-off-main-thread
#include "gui.h"
#include "mphoneform.h"

t_gui::t_gui() : mainWindow(new MphoneForm) {}

void t_gui::run() { mainWindow->show(); }

void t_gui::cb_log_updated(bool log_zapped) { mainWindow->updateLog(log_zapped); }
// CHAIN: main_logview -> t_gui::cb_log_updated -> MphoneForm::updateLog
