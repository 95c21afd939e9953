// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model.h"

Model::~Model() {
  if (thread.joinable())
    thread.join();
}

void Model::fetch() { changed.emit("fetched"); }

void Model::refresh() { thread = std::thread(&Model::fetch, this); }
