// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: _FILE_OFFSET_BITS
#define _FILE_OFFSET_BITS 64
#include <stdio.h>
#include <stdlib.h>
int own_seek(FILE *file) { return fseeko(file, 10, SEEK_SET); }
