// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q022, olive: the OpenGL proxy's surface is created in a task of the pool; creating it is reserved to the GUI thread.
// Two virtual calls on the way: the task's Run() and the backend's CreateNewWorker().
// CHECKS: qt-off-main-thread
#include "backend.h"

OpenGLProxy::OpenGLProxy() {
  surface = new QOffscreenSurface; // EXPECT: qt-off-main-thread
  surface->create();               // EXPECT: qt-off-main-thread
}

RenderWorker *OpenGLBackend::CreateNewWorker() { return new OpenGLProxy; }

void RenderBackend::Init() {
  if (workers.isEmpty())
    workers.append(CreateNewWorker());
}

void RenderBackend::Render() { Init(); }
// CHAIN: Task::Start -> RenderTask::Run -> RenderTask::Render -> RenderBackend::Init -> OpenGLProxy::OpenGLProxy
