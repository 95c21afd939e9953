// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef IMAP_H
#define IMAP_H

void set_event_loop_func(void (*func)(void));
void event_loop_iterate(void);
int folder_item_get_msg_list(const char *folder);

#endif
