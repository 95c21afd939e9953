// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A task that renders.
#pragma once
#include "backend.h"
#include "task.h"
#include <memory>

class RenderTask : public Task {
public:
  RenderTask();
  ~RenderTask() override;

protected:
  bool Run() override;

private:
  void Render();
  RenderBackend *backend = nullptr;
};
