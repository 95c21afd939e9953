// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MODEL_H
#define MODEL_H
#include <sigc++/sigc++.h>
#include <string>
#include <thread>

class Model {
public:
  using ChangedSignal = sigc::signal<void, const std::string &>;

  ~Model();
  ChangedSignal &signal_changed() { return changed; }
  void refresh();

private:
  void fetch();

  ChangedSignal changed;
  std::thread thread;
};

#endif
