// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The text interface: nothing to do.
#include "userintf.h"

t_userintf *ui;

void t_userintf::cb_log_updated(bool) {}
