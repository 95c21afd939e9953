// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QTimer>

class DecoderInstance {
public:
  DecoderInstance();
  ~DecoderInstance();
  void Retrieve();

private:
  void ClearResources();
  QTimer clear_timer;
};
