// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The task's body: backend and workers are made with the task, on the GUI thread.
#include "rendertask.h"

RenderTask::RenderTask() : backend(new OpenGLBackend) { backend->Init(); }

RenderTask::~RenderTask() {}

bool RenderTask::Run() {
  Render();
  return true;
}

void RenderTask::Render() { backend->Render(); }
