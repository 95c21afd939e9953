// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q005 as fixed: the callback emits a signal that is connected to the window's slot.
#include "gui.h"
#include "mphoneform.h"

t_gui::t_gui() : mainWindow(new MphoneForm) {
  connect(this, SIGNAL(mw_update_log(bool)), mainWindow, SLOT(updateLog(bool)));
}

void t_gui::run() { mainWindow->show(); }

void t_gui::cb_log_updated(bool log_zapped) { emit mw_update_log(log_zapped); }
