// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is a call on the GUI, for all rules that ask where such calls run.
#ifndef OFFMAIN_CHECKS_GUICALLS_H
#define OFFMAIN_CHECKS_GUICALLS_H

#include "checks/Common.h"

namespace offmain {

/// What is called, as a message says it: "gtk_label_set_text()", "g_object_set() on a widget".
using GuiCall = llvm::function_ref<void(SiteId, const Site &, const std::string &What)>;

/// Calls of GTK and GDK in the program, and what GObject does to widgets.
void eachGtkCall(const Program &P, const Solution &S, GuiCall Do);
/// Calls on Qt's GUI-thread-only classes.
void eachQtGuiCall(const Program &P, const Solution &S, GuiCall Do);

} // namespace offmain

#endif
