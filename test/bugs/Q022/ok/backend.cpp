// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q022 as fixed: workers are made by Init(), which the task's constructor calls; rendering only uses them.
#include "backend.h"

OpenGLProxy::OpenGLProxy() {
  surface = new QOffscreenSurface;
  surface->create();
}

RenderWorker *OpenGLBackend::CreateNewWorker() { return new OpenGLProxy; }

void RenderBackend::Init() {
  if (workers.isEmpty())
    workers.append(CreateNewWorker());
}

void RenderBackend::Render() {}
