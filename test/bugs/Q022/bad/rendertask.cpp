// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The task's body: makes its backend when it begins.
#include "rendertask.h"

RenderTask::RenderTask() {}

RenderTask::~RenderTask() {}

bool RenderTask::Run() {
  Render();
  return true;
}

void RenderTask::Render() {
  backend = new OpenGLBackend;
  backend->Render();
}
