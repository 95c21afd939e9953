// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The handle's body.
#include "samplebuffer.h"

SamplePlayHandle::~SamplePlayHandle() { sharedObject::unref(buffer); }

void SamplePlayHandle::play() { position += buffer->data.size(); }
