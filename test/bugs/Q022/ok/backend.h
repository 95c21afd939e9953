// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Render backends make workers; the OpenGL worker needs a surface to draw on without a window.
#pragma once
#include <QList>
#include <QOffscreenSurface>

class RenderWorker {
public:
  virtual ~RenderWorker() = default;
};

class OpenGLProxy : public RenderWorker {
public:
  OpenGLProxy();

private:
  QOffscreenSurface *surface;
};

class RenderBackend {
public:
  virtual ~RenderBackend() { qDeleteAll(workers); }
  void Init();
  void Render();

protected:
  virtual RenderWorker *CreateNewWorker() = 0;

private:
  QList<RenderWorker *> workers;
};

class OpenGLBackend : public RenderBackend {
protected:
  RenderWorker *CreateNewWorker() override;
};
