// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PROCESS_H
#define PROCESS_H

char *process_output(const char *command);
int process_run(char **argv);
void process_shell(const char *command);
char *process_version(void);

#endif
