// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SOURCE_H
#define SOURCE_H
#include <gtk/gtk.h>

G_DECLARE_FINAL_TYPE(MtpSource, mtp_source, MTP, SOURCE, GObject)
void mtp_source_load(MtpSource *self);

#endif
