// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MTP_THREAD_H
#define MTP_THREAD_H
#include <glib.h>

typedef struct MtpThread MtpThread;
typedef void (*MtpTracklistCallback)(GList *tracks, gpointer user_data);

MtpThread *mtp_thread_new(void);
void mtp_thread_get_track_list(MtpThread *thread, MtpTracklistCallback callback, gpointer user_data);

#endif
