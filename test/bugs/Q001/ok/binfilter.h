// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Saves an entity in the program's own file format.
#pragma once
#include <QString>

class BinFilter {
public:
  int saveToFile(const QString &file);
};
