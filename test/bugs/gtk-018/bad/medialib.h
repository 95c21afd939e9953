// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MEDIALIB_H
#define MEDIALIB_H

typedef enum { ML_CONTENT_CHANGED, ML_STATE_CHANGED } MediaEvent;
typedef void (*MediaListener)(MediaEvent event, void *user_data);

int medialib_add_listener(MediaListener listener, void *user_data);
void medialib_refresh(void);
int medialib_enabled(void);

#endif
