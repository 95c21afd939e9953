// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PARTED_H
#define PARTED_H

extern "C" {
struct PedFileSystem;
struct PedGeometry;
PedFileSystem *ped_file_system_open(const char *device);
int ped_file_system_resize(PedFileSystem *fs, PedGeometry *geometry);
void ped_file_system_close(PedFileSystem *fs);
}

#endif
