// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A sample's data, and the handle that plays it.
#pragma once
#include "sharedobject.h"
#include <QObject>
#include <QVector>

class SampleBuffer : public QObject, public sharedObject {
  Q_OBJECT
public:
  QVector<float> data;
};

class PlayHandle {
public:
  virtual ~PlayHandle() = default;
  virtual void play() = 0;
};

class SamplePlayHandle : public PlayHandle {
public:
  explicit SamplePlayHandle(SampleBuffer *buffer) : buffer(sharedObject::ref(buffer)) {}
  ~SamplePlayHandle() override;
  void play() override;

private:
  SampleBuffer *buffer;
  int position = 0;
};
